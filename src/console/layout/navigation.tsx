import { Link, useRoute } from 'wouter-preact';

import { useSession } from '../api/use-session.js';
import { useQueueCounts } from '../queue/use-queue-counts.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { type Place, SECTIONS } from './places.js';

/** The sections of the console that the key in use has a use for. */
export function Navigation() {
  const { session } = useSession();
  return (
    <nav id="sections" class="sections" aria-label={t.nav.name}>
      {SECTIONS.map(({ name, places }) => {
        const shown = places.filter(({ scope }) => session?.scopes.includes(scope));
        if (shown.length === 0) return null;
        return (
          <section key={name}>
            <h2>{t.nav[name]}</h2>
            <ul>
              {shown.map((place) => (
                <Item key={place.name} place={place} />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function Item({ place: { name, path } }: { readonly place: Place }) {
  const [here] = useRoute(`${path}/*?`);
  return (
    <li>
      <Link href={path} aria-current={here ? 'page' : undefined}>
        {t.nav[name]}
        {name === 'queue' && <Waiting />}
      </Link>
    </li>
  );
}

function Waiting() {
  const { data } = useQueueCounts();
  const waiting = (data?.pending.count ?? 0) + (data?.reported.visible ?? 0);
  return waiting === 0 ? null : <span class="count">{count(waiting)}</span>;
}
