import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

import type { AuthorFile, Comment } from '../../../openapi/types.js';
import { serviceNow } from '../api/service-time.js';
import { StandingBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { count, duration } from '../strings/times.js';
import { useAuthorFile, useRecentComments } from './queries.js';
import './author-glance.css';

const EXCERPT = 90;

interface AuthorGlanceProps {
  readonly author: Comment['author'];
  /** The comment beside which it stands: not one of the others. */
  readonly comment: string;
}

/** Who wrote a comment, as far as the site knows: standing, what became of the rest, blocks. */
export function AuthorGlance({ author, comment }: AuthorGlanceProps) {
  const { data } = useAuthorFile(author.id);
  return (
    <section class="glance" aria-labelledby="glance-heading">
      <h2 id="glance-heading" class="side-heading">
        {t.author.heading}
      </h2>
      <p class="glance-name">
        <Link href={`/authors/${author.id}`}>
          <bdi>{author.name}</bdi>
        </Link>
        {data !== undefined && <StandingBadge standing={data.standing} />}
      </p>
      <Facts author={data} />
      <Recent author={author.id} comment={comment} />
    </section>
  );
}

const COUNTED = [
  { status: 'approved', always: true },
  { status: 'rejected', always: true },
  { status: 'pending', always: false },
  { status: 'deleted', always: false },
] as const;

/** How many comments of an author stand how. */
export function Counts({ counts }: Pick<AuthorFile, 'counts'>) {
  return (
    <ul class="counts">
      {COUNTED.filter(({ always, status }) => always || counts[status] > 0).map(({ status }) => (
        <li key={status} class={`counts-${status}`}>
          <strong>{count(counts[status])}</strong> {t.author.counted[status]}
        </li>
      ))}
    </ul>
  );
}

function Facts({ author }: { readonly author: AuthorFile | undefined }) {
  if (author === undefined) return <div class="glance-waiting" />;
  return (
    <>
      <Counts counts={author.counts} />
      <Telling author={author} />
      {author.notes.latest.slice(0, 2).map(({ id, body, created_by }) => (
        <div key={id} class="glance-note">
          <MarkedText text={body} lengthMax={200} />
          <span class="quiet small">
            <bdi>{created_by}</bdi>
          </span>
        </div>
      ))}
    </>
  );
}

/** What is remarkable about an author, a line for each; nothing for what is not. */
function Telling({ author: { standing_explained, blocks } }: { readonly author: AuthorFile }) {
  const { age_days, strikes, engine, warnings } = standing_explained;
  const inForce = blocks.filter(({ lifted_at, until }) => lifted_at === null && !isOver(until));
  const lines: ComponentChildren[] = [
    age_days === 0 ? t.author.newcomer : t.author.known(duration(age_days * 86_400)),
  ];
  if (strikes.in_force.length > 0) {
    lines.push(t.author.strikes(strikes.in_force.length, strikes.block_at));
  }
  if (warnings.given > 0) lines.push(t.author.warnings(warnings.given));
  if (engine.missed > 0) lines.push(t.author.missed(engine.missed));
  if (engine.flagged_wrongly > 0) lines.push(t.author.wrongly(engine.flagged_wrongly));
  return (
    <ul class="glance-lines">
      {inForce.map(({ id, mode, until }) => (
        <li key={id} class="glance-block">
          {t.block.standing(t.block.mode[mode])}
          {until !== null && (
            <>
              {' '}
              {t.block.until} <Moment time={until} />
            </>
          )}
        </li>
      ))}
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

export function isOver(until: string | null): boolean {
  return until !== null && Date.parse(until) <= serviceNow();
}

function Recent({ author, comment }: { readonly author: string; readonly comment: string }) {
  const { data } = useRecentComments(author);
  const others = data?.data.filter(({ id }) => id !== comment) ?? [];
  if (others.length === 0) return null;
  return (
    <>
      <h3 class="side-subheading">{t.author.recent}</h3>
      <ul class="recent">
        {others.map(({ id, status, body, received_at }) => (
          <li key={id}>
            <Link href={`/comments/${id}`} class="recent-link">
              <span class={`dot dot-${status}`} title={t.status[status]} />
              <span class="for-readers">{t.status[status]}: </span>
              <span class="recent-text">
                <MarkedText text={body} lengthMax={EXCERPT} />
              </span>
              <span class="quiet small">
                <Ago time={received_at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
