import { Link } from 'wouter-preact';

import type { Finding } from '../../../openapi/types.js';
import { StandardBadge } from '../parts/badges.js';
import { t } from '../strings/strings.js';
import { isScore } from '../text/marks.js';

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** The finding that is pointed at in the text, by its number. */
  readonly lit: number | null;
  readonly onLit: (number: number | null) => void;
}

/** What rules found, with the numbers that stand in the text. */
export function Findings({ findings, lit, onLit }: FindingsProps) {
  if (findings.length === 0) return <p class="quiet">{t.comment.noFindings}</p>;
  return (
    <ol class="findings">
      {findings.map((finding, index) => (
        <Item
          key={`${finding.rule} ${finding.reason} ${index}`}
          finding={finding}
          number={index + 1}
          lit={lit === index + 1}
          onLit={onLit}
        />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly finding: Finding;
  readonly number: number;
  readonly lit: boolean;
  readonly onLit: (number: number | null) => void;
}

function Item({ finding, number, lit, onLit }: ItemProps) {
  const { action, standard, rule, terms } = finding;
  // The words that raised a score stand with the scores.
  const shown = isScore(finding) ? terms.slice(0, 1) : terms;
  return (
    <li
      class={`finding finding-${action}${lit ? ' finding-lit' : ''}`}
      onMouseEnter={() => onLit(number)}
      onMouseLeave={() => onLit(null)}
      onFocusCapture={() => onLit(number)}
      onBlurCapture={() => onLit(null)}
    >
      <span class="finding-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <p class="finding-message">{t.finding.said(finding)}</p>
        <p class="finding-told">
          <StandardBadge standard={standard} />
          <span>{toldOf(finding)}</span>
          <Link href={`/policy?rule=${rule}`} class="finding-rule">
            {rule}
          </Link>
          {shown.length > 0 && (
            <span class="finding-terms">
              {shown.map((term) => (
                <bdi key={term} class="word">
                  {term}
                </bdi>
              ))}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

function toldOf({ outcome, action, observed_action, field }: Finding): string {
  const led = t.finding.leadsTo[action];
  const watched = observed_action === null ? led : t.finding.watched(t.action[observed_action]);
  const told = outcome === 'unknown' ? `${t.finding.unchecked}, ${watched}` : watched;
  return field === null || field === 'body' ? told : `${told} (${t.finding.field[field]})`;
}
