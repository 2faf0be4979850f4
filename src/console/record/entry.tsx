import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

import type { AuditEntry } from '../../../openapi/types.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import type { Checked } from './chain.js';
import { changesIn, isTold } from './changes.js';
import { EntryDetails } from './entry-details.js';
import { objectPath } from './paths.js';
import { StateValue } from './state-value.js';

interface EntryProps {
  readonly entry: AuditEntry;
  /** Null until this browser has checked it. */
  readonly checked: Checked | null;
}

/** One act: who did what to what, and what became otherwise. */
export function Entry({ entry, checked }: EntryProps) {
  const told = changesIn(entry).filter(isTold);
  const bad = checked !== null && (!checked.said || checked.follows === false);
  return (
    <li class={bad ? 'record-entry record-entry-bad' : 'record-entry'}>
      <span class="record-sequence">
        <span class="for-readers">{t.record.entry('')}</span>
        {count(entry.sequence)}
      </span>
      <div class="record-main">
        <p class="record-line">
          <Actor actor={entry.actor} /> {t.acts.kinds[entry.kind]} <About entry={entry} />
        </p>
        {told.length > 0 && (
          <ul class="record-changes">
            {told.map(({ name, before, after }) => (
              <li key={name}>
                <span class="quiet">{memberName(name)}</span>{' '}
                {before !== undefined && before !== null && (
                  <>
                    <StateValue name={name} value={before} /> <span aria-hidden="true">→</span>
                    <span class="for-readers">{t.record.then}</span>{' '}
                  </>
                )}
                <StateValue name={name} value={after} />
              </li>
            ))}
          </ul>
        )}
        {bad && <p class="record-bad">{checked.said ? t.record.notFollowing : t.record.notSaid}</p>}
        <EntryDetails entry={entry} />
      </div>
      <span class="record-time quiet small">
        <Ago time={entry.created_at} />
      </span>
    </li>
  );
}

export function memberName(name: string): string {
  return name in t.acts.members
    ? t.acts.members[name as keyof typeof t.acts.members]
    : name.replaceAll('_', ' ');
}

function Actor({ actor }: Pick<AuditEntry, 'actor'>) {
  const { kind, id, name } = actor;
  if (kind === 'moderator') {
    return (
      <Link href={`/audit?actor=${id ?? ''}`} class="record-actor">
        <bdi>{name ?? id ?? t.record.actor.moderator}</bdi>
      </Link>
    );
  }
  const told = t.record.actor[kind];
  if (kind !== 'author' || id === null) return <span class="record-actor">{told}</span>;
  return (
    <Link href={`/authors/${id}`} class="record-actor">
      {told}
    </Link>
  );
}

/** What was acted on, and the comment or the author that it is about where that is another. */
function About({ entry: { object, comment_id, author_id } }: Pick<EntryProps, 'entry'>) {
  const links: ComponentChildren[] = [];
  const path = objectPath(object);
  links.push(
    path === null ? (
      <span key="object">{objectName(object)}</span>
    ) : (
      <Link key="object" href={path}>
        {objectName(object)}
      </Link>
    ),
  );
  if (comment_id !== null && object.kind !== 'comment') {
    links.push(
      <Link key="comment" href={`/comments/${comment_id}`}>
        {t.acts.object.comment}
      </Link>,
    );
  }
  if (author_id !== null && object.kind !== 'author') {
    links.push(
      <Link key="author" href={`/authors/${author_id}`}>
        {t.acts.object.author}
      </Link>,
    );
  }
  return <span class="record-links">{links}</span>;
}

function objectName({ kind, id }: AuditEntry['object']): string {
  return kind === 'policy' ? `${t.acts.object.policy} ${id}` : t.acts.object[kind];
}
