import { useMemo } from 'preact/hooks';

import type { Finding } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { segmentsOf, type Segment } from '../text/segments.js';

interface MarkedTextProps {
  readonly text: string;
  /** Findings whose spans lie in this text; each is marked with its number, from 1. */
  readonly findings?: readonly Finding[];
  /** Of a text in a list: cut off after so many UTF-16 code units. */
  readonly lengthMax?: number;
}

/**
 * A text by a stranger. Never markup: nothing in it changes the direction of what surrounds it,
 * hides, or covers other lines. What rules found is marked in place, with a number of its own.
 */
export function MarkedText({ text, findings = [], lengthMax }: MarkedTextProps) {
  const shown = lengthMax !== undefined && text.length > lengthMax ? cut(text, lengthMax) : text;
  const marks = useMemo(() => marksOf(findings), [findings]);
  const segments = useMemo(() => segmentsOf(shown, marks), [shown, marks]);
  return (
    <bdi class="strange" dir="auto">
      {segments.map((segment) => {
        const [first] = segment.marks;
        const mark = first === undefined ? undefined : marks[first];
        const content = <Shown key={segment.start} segment={segment} />;
        if (mark === undefined) return content;
        const { finding, number, end } = mark;
        const last = segment.start + segment.text.length === end;
        const told = t.finding.told(finding.message, finding.rule);
        return (
          <mark key={segment.start} class={`mark mark-${finding.action}`} title={told} data-finding={number}>
            {content}
            {last && <sup class="mark-number" aria-label={t.finding.numbered(number)}>{number}</sup>}
          </mark>
        );
      })}
      {shown.length < text.length && '…'}
    </bdi>
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

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly finding: Finding;
}

/** The severest first, so that it gives a word its colour where several rules object to it. */
function marksOf(findings: readonly Finding[]): readonly Mark[] {
  const severity = { reject: 0, hold: 1, approve: 2 };
  return findings
    .flatMap((finding, index) =>
      finding.field === 'body'
        ? finding.spans.map(({ start, end }) => ({ start, end, number: index + 1, finding }))
        : [],
    )
    .sort((one, other) => severity[one.finding.action] - severity[other.finding.action]);
}

/** Not between the halves of a surrogate pair. */
function cut(text: string, length: number): string {
  const half = /[\ud800-\udbff]$/u.test(text.slice(0, length));
  return text.slice(0, half ? length - 1 : length);
}
