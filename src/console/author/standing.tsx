import { Link } from 'wouter-preact';

import type { AuthorFile } from '../../../openapi/types.js';
import { Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { count, duration } from '../strings/times.js';

/** What the standing of an author comes of. */
export function Standing({ author }: { readonly author: AuthorFile }) {
  const { age_days, strikes, engine, reports, warnings, blocks } = author.standing_explained;
  const { today } = t.standingExplained;
  const rows = [
    [t.standingExplained.age, age_days === 0 ? today : duration(age_days * 86_400)],
    [t.standingExplained.lookedAt, count(engine.looked_at)],
    [t.standingExplained.agreed, count(engine.agreed)],
    [t.standingExplained.wrongly, count(engine.flagged_wrongly)],
    [t.standingExplained.missed, count(engine.missed)],
    [t.standingExplained.reportsAgreed, count(reports.agreed)],
    [t.standingExplained.reportsDisagreed, count(reports.disagreed)],
    [t.standingExplained.reportsOpen, count(reports.open)],
    [t.standingExplained.warnings, count(warnings.given)],
    [t.standingExplained.blocks, count(blocks.in_force + blocks.past)],
  ] as const;
  return (
    <section aria-labelledby="standing-heading">
      <h2 id="standing-heading" class="pane-heading">
        {t.standingExplained.heading}
      </h2>
      <dl class="priority">
        {rows.map(([name, value]) => (
          <div key={name} class={value === '0' ? 'priority-none' : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {strikes.in_force.length > 0 && (
        <>
          <h3 class="side-subheading">
            {t.author.strikes(strikes.in_force.length, strikes.block_at)}
          </h3>
          <ul class="strikes">
            {strikes.in_force.map(({ comment_id, decided_at, expires_at }) => (
              <li key={comment_id}>
                <Link href={`/comments/${comment_id}`}>
                  <Moment time={decided_at} />
                </Link>{' '}
                <span class="quiet">
                  {t.standingExplained.until} <Moment time={expires_at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
