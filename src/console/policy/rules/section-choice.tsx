import { useState } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { objectAt, withMember, withoutMember } from '../document/members.js';
import { usePolicyDesk } from '../policy-context.js';
import { useFilters } from './use-filters.js';

/** Whether the form is about everywhere, or about what differs in a part of the publication. */
export function SectionChoice() {
  const { document, written, change, mayChange } = usePolicyDesk();
  const [{ section }, put] = useFilters();
  const [adding, setAdding] = useState(false);
  const names = Object.keys(objectAt(document, ['sections']));
  const known = section === null || names.includes(section) ? names : [...names, section];
  return (
    <div class="policy-sections">
      <label class="policy-section">
        {t.policy.sections.name}
        <select
          value={section ?? ''}
          onChange={({ currentTarget }) => put({ section: currentTarget.value || null })}
        >
          <option value="">{t.policy.sections.everywhere}</option>
          {known.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {mayChange && !adding && (
        <button type="button" class="button button-plain" onClick={() => setAdding(true)}>
          {t.policy.sections.add}
        </button>
      )}
      {adding && (
        <NewSection
          onDone={(name) => {
            setAdding(false);
            if (name === null) return;
            if (!names.includes(name)) {
              change(withMember(written, ['sections', name], { rules: {} }));
            }
            put({ section: name });
          }}
        />
      )}
      {section !== null && mayChange && (
        <button
          type="button"
          class="button button-plain"
          onClick={() => {
            change(withoutMember(written, ['sections', section]));
            put({ section: null });
          }}
        >
          {t.policy.sections.remove(section)}
        </button>
      )}
      {section !== null && <p class="quiet small">{t.policy.sections.told}</p>}
    </div>
  );
}

function NewSection({ onDone }: { readonly onDone: (name: string | null) => void }) {
  const [name, setName] = useState('');
  return (
    <form
      class="buttons"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name.trim() === '' ? null : name.trim());
      }}
    >
      <input
        class="policy-section-name"
        aria-label={t.policy.sections.newName}
        placeholder={t.policy.sections.newName}
        maxLength={100}
        value={name}
        ref={(element) => element?.focus()}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="button">
        {t.policy.sections.make}
      </button>
      <button type="button" class="button button-plain" onClick={() => onDone(null)}>
        {t.cancel}
      </button>
    </form>
  );
}
