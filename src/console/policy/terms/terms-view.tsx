import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';
import { usePolicyDesk } from '../policy-context.js';
import { PasteDialog } from './paste-dialog.js';
import { TermDialog } from './term-dialog.js';
import { type List, LISTS, type Term, termsIn, withTerms } from './term-entry.js';
import { TermTable } from './term-table.js';
import { TermTester } from './term-tester.js';
import './terms.css';

/** What is being done to a list: a term is written at a place, or a list is pasted. */
type Doing =
  | { readonly kind: 'write'; readonly index: number | null }
  | { readonly kind: 'paste' }
  | null;

/** The publisher's own terms, and what one of them would find. */
export function Screen() {
  const { document, written, change, mayChange } = usePolicyDesk();
  const [search, setSearch] = useSearchParams();
  const list: List = search.get('list') === 'allowed' ? 'allowed' : 'blocked';
  const find = search.get('find') ?? '';
  const [doing, setDoing] = useState<Doing>(null);
  const [tried, setTried] = useState<Term>({ term: '' });
  const terms = termsIn(document, list);
  const put = (name: string, value: string): void =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const keep = (next: readonly Term[]): void => change(withTerms(written, list, next));
  return (
    <div class="terms-columns">
      <div class="terms-list">
        <div class="policy-filters">
          <ListChoice list={list} onList={(next) => put('list', next === 'blocked' ? '' : next)} />
          <input
            type="search"
            aria-label={t.policy.terms.find}
            placeholder={t.policy.terms.find}
            value={find}
            onInput={({ currentTarget }) => put('find', currentTarget.value)}
          />
          {mayChange && (
            <>
              <button
                type="button"
                class="button"
                onClick={() => setDoing({ kind: 'write', index: null })}
              >
                {t.policy.terms.add}
              </button>
              <button type="button" class="button" onClick={() => setDoing({ kind: 'paste' })}>
                {t.policy.terms.paste}
              </button>
            </>
          )}
        </div>
        <p class="quiet small">{t.policy.terms.told[list]}</p>
        <TermTable
          key={`${list} ${find}`}
          list={list}
          terms={terms}
          find={find}
          onTry={list === 'blocked' && mayChange ? setTried : null}
          onEdit={(index) => setDoing({ kind: 'write', index })}
          onRemove={(index) => keep(terms.filter((_, at) => at !== index))}
        />
      </div>
      {mayChange && <TermTester tried={tried} onTry={setTried} />}
      <Dialogs {...{ doing, list, terms }} onKeep={keep} onClose={() => setDoing(null)} />
    </div>
  );
}

interface ListChoiceProps {
  readonly list: List;
  readonly onList: (list: List) => void;
}

function ListChoice({ list, onList }: ListChoiceProps) {
  const { document } = usePolicyDesk();
  return (
    <div class="choice" role="group" aria-label={t.policy.terms.lists}>
      {LISTS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={list === each}
          onClick={() => onList(each)}
        >
          {t.policy.terms[each]}{' '}
          <span class="quiet">{count(termsIn(document, each).length)}</span>
        </button>
      ))}
    </div>
  );
}

interface DialogsProps {
  readonly doing: Doing;
  readonly list: List;
  readonly terms: readonly Term[];
  readonly onKeep: (terms: readonly Term[]) => void;
  readonly onClose: () => void;
}

function Dialogs({ doing, list, terms, onKeep, onClose }: DialogsProps) {
  if (doing === null) return null;
  const done = (next: readonly Term[]): void => {
    onKeep(next);
    onClose();
  };
  if (doing.kind === 'paste') {
    const add = (added: readonly Term[]): void => done([...terms, ...added]);
    return <PasteDialog terms={terms} onAdd={add} onClose={onClose} />;
  }
  const { index } = doing;
  const keep = (term: Term): void =>
    done(
      index === null
        ? [...terms, term]
        : terms.map((each, at) => (at === index ? term : each)),
    );
  return (
    <TermDialog
      list={list}
      term={index === null ? null : (terms[index] ?? null)}
      onKeep={keep}
      onClose={onClose}
    />
  );
}
