import { Link } from 'wouter-preact';

import type { TermTrial } from '../../../../openapi/types.js';
import { MarkedPlaces } from '../../parts/marked-places.js';
import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';

/** A term in its disguises, each with whether it is seen through. */
export function Spellings({ spellings }: Pick<TermTrial, 'spellings'>) {
  if (spellings.length === 0) return null;
  const caught = spellings.filter(({ answer }) => answer === 'match').length;
  return (
    <section>
      <h3>{t.policy.terms.spellings(caught, spellings.length)}</h3>
      <ul class="spellings">
        {spellings.map(({ spelling, text, answer }) => (
          <li key={spelling} class={`spelling spelling-${answer}`}>
            <span class="spelling-sign" aria-hidden="true">
              {answer === 'match' ? '✓' : '–'}
            </span>
            <span class="spelling-text">
              <MarkedPlaces text={text} places={NONE} />
            </span>
            <span class="spelling-name">{t.policy.terms.spellingNames[spelling]}</span>
            <span class="for-readers">
              {answer === 'match' ? t.policy.terms.caught : t.policy.terms.notCaught}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NONE: readonly never[] = [];

/** Approved comments that the term would have objected to: where it is too wide. */
export function ApprovedHits({
  approved: { read, hits, examples },
}: Pick<TermTrial, 'approved'>) {
  return (
    <section>
      <h3>{t.policy.terms.approved(count(hits), count(read))}</h3>
      <p class="quiet small">{hits === 0 ? t.policy.terms.noneHit : t.policy.terms.hitTold}</p>
      <ul class="trial-texts">
        {examples.map(({ comment_id, excerpt, spans }) => (
          <li key={comment_id}>
            <MarkedPlaces text={excerpt} places={spans} />
            <Link class="small" href={`/comments/${comment_id}`}>
              {t.policy.terms.open}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
