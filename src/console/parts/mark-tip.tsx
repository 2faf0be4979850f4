import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { Finding } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';

interface MarkTipProps {
  readonly id: string;
  readonly finding: Finding;
  readonly number: number;
  /** The text in which the finding has its marks. */
  readonly text: RefObject<HTMLElement>;
}

const DISTANCE_PIXELS = 8;

/** Says beside a mark why it is one: the sentence, the standard, the rule and what follows. */
export function MarkTip({ id, finding, number, text }: MarkTipProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mark = text.current?.querySelector(`[data-finding="${number}"]`);
    const tip = element.current;
    if (!mark || !tip) return;
    const [line = mark.getBoundingClientRect()] = mark.getClientRects();
    const { width, height } = tip.getBoundingClientRect();
    const above = line.top - height - DISTANCE_PIXELS;
    const left = Math.min(line.left, innerWidth - width - DISTANCE_PIXELS);
    tip.style.left = `${Math.max(left, DISTANCE_PIXELS)}px`;
    tip.style.top = `${above > 0 ? above : line.bottom + DISTANCE_PIXELS}px`;
  });
  return (
    <div id={id} role="tooltip" class="mark-tip" ref={element} dir="auto">
      <span class="mark-tip-message">{t.finding.said(finding)}</span>
      <span class="quiet">
        {t.standard[finding.standard]} · {finding.rule} · {t.finding.leadsTo[finding.action]}
      </span>
    </div>
  );
}
