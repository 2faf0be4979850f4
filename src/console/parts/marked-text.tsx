import { useId, useMemo, useRef, useState } from 'preact/hooks';

import type { Finding, Span } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { segmentsOf, type Segment } from '../text/segments.js';
import { type Mark, marksOf } from '../text/marks.js';
import { MarkTip } from './mark-tip.js';

interface MarkedTextProps {
  readonly text: string;
  /** Findings whose spans may lie in this text; each is marked with its number, from 1. */
  readonly findings?: readonly Finding[];
  /** Which part of the submission the text is. */
  readonly field?: NonNullable<Finding['field']>;
  /** Of a text in a list: cut off after so many UTF-16 code units. */
  readonly lengthMax?: number;
  /** Where a search found its words, in place of findings. */
  readonly found?: readonly Span[];
  /** Without numbers to go to, where the text is itself something to press. */
  readonly plain?: boolean;
  /** The number of the finding that is pointed at elsewhere on the page; null for none. */
  readonly lit?: number | null;
  readonly onLit?: (number: number | null) => void;
}

/**
 * A text by a stranger. Never markup: nothing in it changes the direction of what surrounds it,
 * hides, or covers other lines. What rules found is marked in place, with a number of its own; who
 * points at a mark or goes to its number is told why it is one.
 */
export function MarkedText(props: MarkedTextProps) {
  if (props.found !== undefined) return <FoundText {...props} found={props.found} />;
  return <JudgedText {...props} />;
}

function JudgedText(props: MarkedTextProps) {
  const { text, findings, field = 'body', lengthMax, plain = false, lit = null, onLit } = props;
  const shown = cut(text, lengthMax);
  const marks = useMemo(() => marksOf(findings ?? [], field), [findings, field]);
  const segments = useMemo(() => segmentsOf(shown, marks), [shown, marks]);
  const [told, setTold] = useState<number | null>(null);
  const element = useRef<HTMLElement>(null);
  const tip = useId();
  const point = (number: number | null): void => {
    setTold(number);
    onLit?.(number);
  };
  const finding = told === null || plain ? undefined : findings?.[told - 1];
  return (
    <>
      <bdi class="strange" dir="auto" ref={element}>
        {segments.map((segment) => {
          const covering = segment.marks.flatMap((index) => marks[index] ?? []);
          if (covering.length === 0) return <Shown key={segment.start} segment={segment} />;
          const here = { segment, marks: covering, lit: plain ? null : (told ?? lit), plain, tip };
          return <Marked key={segment.start} {...here} onPoint={point} />;
        })}
        {shown.length < text.length && '…'}
      </bdi>
      {finding !== undefined && (
        <MarkTip id={tip} finding={finding} number={told ?? 0} text={element} />
      )}
    </>
  );
}

interface FoundTextProps extends MarkedTextProps {
  readonly found: readonly Span[];
}

function FoundText({ text, found, lengthMax }: FoundTextProps) {
  const shown = cut(text, lengthMax);
  const segments = useMemo(() => segmentsOf(shown, found), [shown, found]);
  return (
    <bdi class="strange" dir="auto">
      {segments.map((segment) => {
        const content = <Shown key={segment.start} segment={segment} />;
        if (segment.marks.length === 0) return content;
        return (
          <mark key={segment.start} class="found">
            {content}
          </mark>
        );
      })}
      {shown.length < text.length && '…'}
    </bdi>
  );
}

interface MarkedProps {
  readonly segment: Segment;
  readonly marks: readonly Mark[];
  readonly lit: number | null;
  readonly plain: boolean;
  readonly tip: string;
  readonly onPoint: (number: number | null) => void;
}

function Marked({ segment, marks, lit, plain, tip, onPoint }: MarkedProps) {
  const [first] = marks;
  if (first === undefined) return null;
  const end = segment.start + segment.text.length;
  const ending = plain ? [] : marks.filter((mark) => mark.last && mark.end === end);
  const isLit = marks.some(({ number }) => number === lit);
  return (
    <mark
      class={`mark ${first.faint ? 'mark-faint' : `mark-${first.finding.action}`}${isLit ? ' mark-lit' : ''}`}
      data-finding={first.number}
      onMouseEnter={() => onPoint(first.number)}
      onMouseLeave={() => onPoint(null)}
    >
      <Shown segment={segment} />
      {ending.map(({ number, finding }) => (
        <button
          key={number}
          type="button"
          class="mark-number"
          aria-label={t.finding.numbered(number, t.finding.said(finding))}
          aria-describedby={lit === number ? tip : undefined}
          onFocus={() => onPoint(number)}
          onBlur={() => onPoint(null)}
        >
          {number}
        </button>
      ))}
    </mark>
  );
}

function Shown({ segment }: { readonly segment: Segment }) {
  if (segment.shownAs === null) return <>{segment.text}</>;
  const told = segment.shownAs.startsWith('+')
    ? t.text.piledMarks(segment.shownAs.slice(1))
    : t.text.hiddenCharacter(segment.shownAs);
  return (
    <span class="unseen" title={told}>
      {segment.shownAs}
    </span>
  );
}

/** Not between the halves of a surrogate pair. */
function cut(text: string, length = Infinity): string {
  if (text.length <= length) return text;
  const half = /[\ud800-\udbff]$/u.test(text.slice(0, length));
  return text.slice(0, half ? length - 1 : length);
}
