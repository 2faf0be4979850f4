import { useLayoutEffect, useRef } from 'preact/hooks';

import type { ReplayResult } from '../../../../openapi/types.js';
import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';

type Told = ReplayResult['people'];
const STANDS = ['agreed', 'asked', 'contradicted'] as const;

/** The engine beside what moderators decided: at the time, and under the draft. */
export function People({ people }: { readonly people: Told }) {
  if (people.decided === 0) return <p class="quiet">{t.policy.replay.nobody}</p>;
  return (
    <>
      <dl class="people-figures">
        <div>
          <dt>{t.policy.replay.won}</dt>
          <dd class="people-won">+{count(people.won)}</dd>
        </div>
        <div>
          <dt>{t.policy.replay.lost}</dt>
          <dd class="people-lost">−{count(people.lost)}</dd>
        </div>
        <div>
          <dt>{t.policy.replay.decided}</dt>
          <dd>{count(people.decided)}</dd>
        </div>
      </dl>
      <Bar name={t.policy.replay.then} counts={people.before} total={people.decided} />
      <Bar name={t.policy.replay.byDraft} counts={people.after} total={people.decided} />
      <ul class="people-key small" aria-hidden="true">
        {STANDS.map((stand) => (
          <li key={stand} class={`people-${stand}`}>
            {t.policy.replay.stands[stand]}
          </li>
        ))}
      </ul>
      <p class="quiet small">{t.policy.replay.peopleTold}</p>
    </>
  );
}

interface BarProps {
  readonly name: string;
  readonly counts: Told['before'];
  readonly total: number;
}

function Bar({ name, counts, total }: BarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const [index, stand] of STANDS.entries()) {
      const part = bar.current?.children[index];
      if (part instanceof HTMLElement) part.style.flexGrow = String(counts[stand] / total);
    }
  }, [counts, total]);
  return (
    <div class="people-row">
      <span class="small">{name}</span>
      <div ref={bar} class="people-bar" aria-hidden="true">
        {STANDS.map((stand) => (
          <span key={stand} class={`people-${stand}`} />
        ))}
      </div>
      <span class="small quiet">
        {STANDS.map((stand) => `${t.policy.replay.stands[stand]} ${count(counts[stand])}`).join(' · ')}
      </span>
    </div>
  );
}
