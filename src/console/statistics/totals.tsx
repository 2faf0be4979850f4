import type { Statistics } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { count, duration, percent } from '../strings/times.js';

/** The period in a line of figures. */
export function Totals({ statistics: { total, queue } }: { readonly statistics: Statistics }) {
  const { engine, people, appeals } = total;
  const judged = engine.approved + engine.held + engine.rejected;
  const decided = people.approved + people.held + people.rejected;
  const answered = appeals.upheld + appeals.overturned;
  const share = (part: number, whole: number): string =>
    whole === 0 ? t.statistics.none : percent(part / whole);
  return (
    <dl class="totals">
      <Figure name={t.statistics.submitted} figure={count(total.submitted)} />
      <Figure
        name={t.statistics.passed}
        figure={share(engine.approved, judged)}
        more={t.statistics.judged(count(judged))}
      />
      <Figure
        name={t.statistics.decidedBy}
        figure={count(decided)}
        more={t.statistics.turned(count(engine.overturned))}
      />
      <Figure
        name={t.statistics.times.heading}
        figure={duration(total.time_to_decision.p50_seconds)}
        more={t.statistics.slowOf(duration(total.time_to_decision.p95_seconds))}
      />
      <Figure
        name={t.statistics.waitingNow}
        figure={count(queue.count)}
        more={t.statistics.oldest(duration(queue.oldest_seconds))}
      />
      <Figure
        name={t.statistics.appeals.heading}
        figure={count(appeals.filed)}
        more={t.statistics.answered(count(answered), count(appeals.overturned))}
      />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly figure: string;
  readonly more?: string;
}

function Figure({ name, figure, more }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figure}
        {more !== undefined && <span class="quiet small">{more}</span>}
      </dd>
    </div>
  );
}
