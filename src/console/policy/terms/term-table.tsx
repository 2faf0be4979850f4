import { useState } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { pointerOf } from '../document/members.js';
import { usePolicyDesk } from '../policy-context.js';
import { type List, LIST_PATHS, type Term } from './term-entry.js';

const ROWS_AT_ONCE = 100;
const STANDARDS: Readonly<Record<string, string>> = t.standard;
const ACTIONS: Readonly<Record<string, string>> = t.policy.actions;
const FIELDS: Readonly<Record<string, string>> = t.policy.terms.fieldNames;

interface TableProps {
  readonly list: List;
  readonly terms: readonly Term[];
  readonly find: string;
  /** Null where terms of the list cannot be tried. */
  readonly onTry: ((term: Term) => void) | null;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
}

/** The terms of a list that have what is looked for, the latest first. */
export function TermTable({ list, terms, find, onTry, onEdit, onRemove }: TableProps) {
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const sought = find.trim().toLowerCase();
  const rows = terms
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => JSON.stringify(term).toLowerCase().includes(sought))
    .reverse();
  if (rows.length === 0) {
    return (
      <p class="empty">{sought === '' ? t.policy.terms.empty[list] : t.policy.terms.noneFound}</p>
    );
  }
  return (
    <>
      <table class="terms stacks">
        <thead>
          <tr>
            <th scope="col">{t.policy.terms.term}</th>
            {list === 'blocked' && <th scope="col">{t.policy.terms.follows}</th>}
            {list === 'blocked' && <th scope="col">{t.policy.terms.where}</th>}
            <th scope="col">{t.policy.terms.note}</th>
            <th scope="col">
              <span class="for-readers">{t.policy.terms.acts}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ term, index }) => (
            <Row key={`${index} ${term.term}`} {...{ list, term, index, onTry, onEdit, onRemove }} />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p class="more">
          <button type="button" class="button" onClick={() => setShown(shown + ROWS_AT_ONCE)}>
            {t.more}
          </button>
        </p>
      )}
    </>
  );
}

type RowProps = Pick<TableProps, 'list' | 'onTry' | 'onEdit' | 'onRemove'> & {
  readonly term: Term;
  readonly index: number;
};

function Row({ list, term, index, onTry, onEdit, onRemove }: RowProps) {
  const { faults, mayChange } = usePolicyDesk();
  const wrong = faults.within(pointerOf([...LIST_PATHS[list], String(index)]));
  return (
    <tr>
      <th scope="row">
        <bdi class={term.kind === 'regex' ? 'term-text term-regex' : 'term-text'}>{term.term}</bdi>
        {term.kind === 'regex' && <span class="badge">{t.policy.terms.kinds.regex}</span>}
        {wrong.map(({ detail }) => (
          <p key={detail} class="setting-fault">
            {detail}
          </p>
        ))}
      </th>
      {list === 'blocked' && (
        <td>
          {STANDARDS[term.standard ?? 'off_limits']}
          {term.action !== undefined && (
            <span class={`badge action-${term.action}`}>{ACTIONS[term.action]}</span>
          )}
        </td>
      )}
      {list === 'blocked' && (
        <td class="small">
          {whereOf(term) || <span class="quiet">{t.policy.terms.usual}</span>}
        </td>
      )}
      <td class="small">{term.note !== undefined && <bdi>{term.note}</bdi>}</td>
      <td class="terms-acts">
        {onTry !== null && (
          <Act name={t.policy.terms.try} term={term} onPress={() => onTry(term)} />
        )}
        {mayChange && <Act name={t.policy.terms.edit} term={term} onPress={() => onEdit(index)} />}
        {mayChange && (
          <Act name={t.policy.terms.remove} term={term} onPress={() => onRemove(index)} />
        )}
      </td>
    </tr>
  );
}

/** The fields and languages that a term is bound to; empty for what is usual. */
function whereOf({ fields = [], languages = [] }: Term): string {
  return [...fields.map((field) => FIELDS[field] ?? field), ...languages].join(', ');
}

interface ActProps {
  readonly name: string;
  readonly term: Term;
  readonly onPress: () => void;
}

function Act({ name, term, onPress }: ActProps) {
  return (
    <button
      type="button"
      class="button button-plain"
      aria-label={`${name}: ${term.term}`}
      onClick={onPress}
    >
      {name}
    </button>
  );
}
