import { t } from '../../strings/strings.js';
import { type Change, differences } from '../document/differences.js';
import { isObject, pathOf } from '../document/members.js';
import { memberName, ruleName } from '../names.js';
import './changes.css';

const ENTRIES_SHOWN = 20;
const TEXT_LENGTH_LINE = 60;

/** What differs between two documents, each member by its name and with what it was and is. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const leaves = changes.flatMap(leavesOf);
  if (leaves.length === 0) return <p class="quiet">{t.policy.changes.none}</p>;
  return (
    <ul class="changes">
      {leaves.map((change) => (
        <li key={change.pointer}>
          <p class="change-name" title={change.pointer}>
            {namesOf(change.pointer).join(' › ')}
          </p>
          {change.added === undefined ? <Value change={change} /> : <Entries change={change} />}
        </li>
      ))}
    </ul>
  );
}

/** What came or went whole, member by member. */
function leavesOf(change: Change): readonly Change[] {
  const { pointer, from, to } = change;
  const isWhole = (isObject(from) && to === undefined) || (isObject(to) && from === undefined);
  if (!isWhole) return [change];
  const leaves = differences(from ?? {}, to ?? {}, pathOf(pointer)).flatMap(leavesOf);
  return leaves.length === 0 ? [change] : leaves;
}

/** `/rules/link_count/max_links` in words. */
export function namesOf(pointer: string): readonly string[] {
  const path = pathOf(pointer);
  return path.flatMap((name, index) => {
    if (name === 'rules' && index < path.length - 1) return [];
    if (path[index - 1] === 'rules') return [ruleName(name)];
    if (path[index - 1] === 'sections') return [t.policy.changes.section(name)];
    return name === 'sections' && index < path.length - 1 ? [] : [memberName(name)];
  });
}

function Value({ change: { from, to } }: { readonly change: Change }) {
  const before = wordsFor(from);
  const after = wordsFor(to);
  const long = Math.max(before.length, after.length) > TEXT_LENGTH_LINE;
  return (
    <p class={long ? 'change-values change-long' : 'change-values'}>
      <del>
        <bdi>{before}</bdi>
      </del>
      <span class="for-readers">{t.policy.changes.becomes}</span>
      <span aria-hidden="true" class="change-arrow">
        →
      </span>
      <ins>
        <bdi>{after}</bdi>
      </ins>
    </p>
  );
}

function Entries({ change: { added = [], removed = [] } }: { readonly change: Change }) {
  if (added.length + removed.length === 0) return <p class="quiet">{t.policy.changes.order}</p>;
  const beyond = (entries: readonly unknown[]): number =>
    Math.max(0, entries.length - ENTRIES_SHOWN);
  const hidden = beyond(added) + beyond(removed);
  return (
    <ul class="change-entries">
      {removed.slice(0, ENTRIES_SHOWN).map((entry, index) => (
        <li key={`-${index}`}>
          <del>
            <span class="for-readers">{t.policy.changes.removed}</span>
            <bdi>{wordsFor(entry)}</bdi>
          </del>
        </li>
      ))}
      {added.slice(0, ENTRIES_SHOWN).map((entry, index) => (
        <li key={`+${index}`}>
          <ins>
            <span class="for-readers">{t.policy.changes.added}</span>
            <bdi>{wordsFor(entry)}</bdi>
          </ins>
        </li>
      ))}
      {hidden > 0 && <li class="quiet">{t.policy.changes.more(hidden)}</li>}
    </ul>
  );
}

const WORDS: Readonly<Record<string, string>> = t.policy.actions;

/** A value as a line of text. */
function wordsFor(value: unknown): string {
  if (value === undefined) return t.policy.changes.absent;
  if (value === null) return t.policy.never;
  if (typeof value === 'boolean') return value ? t.policy.changes.on : t.policy.changes.off;
  if (value === '') return t.policy.changes.empty;
  if (typeof value === 'string') return WORDS[value] ?? value;
  if (isObject(value) && typeof value['term'] === 'string') return termWords(value);
  return JSON.stringify(value);
}

function termWords({ term, ...rest }: Readonly<Record<string, unknown>>): string {
  const more = Object.values(rest).flat().map(String);
  return more.length === 0 ? String(term) : `${String(term)} (${more.join(', ')})`;
}
