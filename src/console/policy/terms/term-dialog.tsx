import { useState } from 'preact/hooks';

import { Dialog } from '../../parts/dialog.js';
import { t } from '../../strings/strings.js';
import type { List, Term } from './term-entry.js';

const KINDS = ['text', 'regex'] as const;
const ACTIONS = ['approve', 'hold', 'reject'] as const;
const FIELDS = ['body', 'author.name', 'author.email', 'author.url'] as const;

interface TermDialogProps {
  readonly list: List;
  /** Null for a new one. */
  readonly term: Term | null;
  readonly onKeep: (term: Term) => void;
  readonly onClose: () => void;
}

/** Writes one term, with all that can be said of it. */
export function TermDialog({ list, term, onKeep, onClose }: TermDialogProps) {
  const [next, setNext] = useState<Term>(term ?? { term: '' });
  const set = (change: Partial<Term>): void => setNext((before) => ({ ...before, ...change }));
  return (
    <Dialog
      heading={term === null ? t.policy.terms.add : t.policy.terms.edit}
      onClose={onClose}
    >
      <form
        class="term-form"
        onSubmit={(event) => {
          event.preventDefault();
          onKeep({ ...next, term: next.term.trim() });
        }}
      >
        <label class="field">
          {t.policy.terms.term}
          <input
            required
            maxLength={200}
            autofocus
            spellcheck={false}
            value={next.term}
            onInput={({ currentTarget }) => set({ term: currentTarget.value })}
          />
        </label>
        {list === 'blocked' && <More term={next} onChange={set} />}
        <label class="field">
          {t.policy.terms.note}
          <input
            maxLength={2_000}
            value={next.note ?? ''}
            onInput={({ currentTarget }) => set({ note: currentTarget.value })}
          />
        </label>
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-first">
            {t.policy.terms.keep}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface MoreProps {
  readonly term: Term;
  readonly onChange: (change: Partial<Term>) => void;
}

function More({ term, onChange }: MoreProps) {
  return (
    <>
      <div class="term-row">
        <Choice
          name={t.policy.terms.kind}
          value={term.kind ?? 'text'}
          values={KINDS.map((each) => [each, t.policy.terms.kinds[each]])}
          onChange={(kind) => onChange({ kind })}
        />
        <Choice
          name={t.policy.terms.standard}
          value={term.standard ?? ''}
          values={[['', t.standard.off_limits], ...otherStandards()]}
          onChange={(standard) => onChange({ standard })}
        />
        <Choice
          name={t.policy.terms.action}
          value={term.action ?? ''}
          values={[
            ['', t.policy.terms.asRule],
            ...ACTIONS.map((each) => [each, t.policy.actions[each]] as const),
          ]}
          onChange={(action) => onChange({ action })}
        />
      </div>
      <label class="field">
        {t.policy.terms.languages}
        <input
          pattern="\s*[a-z]{2}(\s*,\s*[a-z]{2})*\s*"
          placeholder="de, en"
          value={(term.languages ?? []).join(', ')}
          onChange={({ currentTarget }) => onChange({ languages: codesIn(currentTarget.value) })}
        />
        <span class="quiet small">{t.policy.terms.languagesTold}</span>
      </label>
      <fieldset class="term-fields">
        <legend>{t.policy.terms.fields}</legend>
        {FIELDS.map((field) => (
          <label key={field} class="check">
            <input
              type="checkbox"
              checked={(term.fields ?? USUAL).includes(field)}
              onChange={({ currentTarget }) =>
                onChange({ fields: fieldsWith(term, field, currentTarget.checked) })
              }
            />
            {t.policy.terms.fieldNames[field]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

const USUAL: readonly string[] = ['body', 'author.name'];

/** Nothing is said of the fields that are usual. */
function fieldsWith({ fields = USUAL }: Term, field: string, wanted: boolean): readonly string[] {
  const next = FIELDS.filter((each) => (each === field ? wanted : fields.includes(each)));
  return next.join() === USUAL.join() ? [] : next;
}

const codesIn = (text: string): readonly string[] =>
  text.split(/[\s,]+/u).filter((code) => code !== '');

const otherStandards = (): readonly (readonly [string, string])[] =>
  Object.entries(t.standard).filter(([name]) => name !== 'off_limits');

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly values: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ name, value, values, onChange }: ChoiceProps) {
  return (
    <label class="field">
      {name}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {values.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
