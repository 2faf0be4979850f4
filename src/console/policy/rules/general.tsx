import { useState } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { differences } from '../document/differences.js';
import { DESK } from '../document/filled.js';
import { memberAt, withMember } from '../document/members.js';
import { schemaAt } from '../document/schema.js';
import { memberName } from '../names.js';
import { usePolicyDesk } from '../policy-context.js';
import { withPreset } from '../document/preset.js';
import { Setting } from './setting-field.js';
import { useFilters } from './use-filters.js';

/** What a policy says beside its rules: the words that readers see, and what the desk follows. */
export function General() {
  const [{ section, find, show }] = useFilters();
  if (section !== null || find !== '' || show !== 'all') return null;
  return (
    <section class="policy-standard">
      <h2>{t.policy.general}</h2>
      <PresetChoice />
      <Part name="text" pointers={['/text']} />
      {DESK.map((name) => (
        <Part key={name} name={name} pointers={[`/${name}`]} />
      ))}
    </section>
  );
}

function PresetChoice() {
  const { presets, written, document, standing, change, mayChange } = usePolicyDesk();
  const chosen = String(memberAt(document, ['preset']));
  const preset = presets.find(({ name }) => name === chosen);
  return (
    <article class="rule">
      <header class="rule-head">
        <h3>{t.policy.preset}</h3>
        {chosen !== memberAt(standing, ['preset']) && (
          <span class="badge badge-changed">{t.policy.changed(1)}</span>
        )}
        <span class="rule-switches">
          <select
            aria-label={t.policy.preset}
            value={chosen}
            disabled={!mayChange}
            onChange={({ currentTarget }) => {
              const next = presets.find(({ name }) => name === currentTarget.value);
              if (next !== undefined) change(withPreset(written, next));
            }}
          >
            {presets.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </span>
      </header>
      <p class="rule-told rule-told-whole">
        <span lang="en">{preset?.description}</span> {t.policy.presetTold}
      </p>
    </article>
  );
}

interface PartProps {
  readonly name: string;
  readonly pointers: readonly string[];
}

/** A part of the document that opens like a rule. */
function Part({ name, pointers }: PartProps) {
  const { schema, document, standing, written, faults, change, mayChange } = usePolicyDesk();
  const [open, setOpen] = useState(false);
  const path = [name];
  const part = schemaAt(schema, path);
  const changes = differences(memberAt(standing, path), memberAt(document, path)).length;
  const wrong = pointers.flatMap((pointer) => faults.within(pointer)).length;
  if (part === null) return null;
  const { properties } = part;
  const members =
    properties === undefined ? [path] : Object.keys(properties).map((each) => [name, each]);
  return (
    <article class={open ? 'rule rule-is-open' : 'rule'}>
      <header class="rule-head">
        <h3>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {memberName(name)}
          </button>
        </h3>
        {changes > 0 && <span class="badge badge-changed">{t.policy.changed(changes)}</span>}
        {wrong > 0 && <span class="badge status-rejected">{t.policy.wrong(wrong)}</span>}
      </header>
      <p class="rule-told" lang="en">
        {part.description}
      </p>
      {open && (
        <fieldset class="rule-settings" disabled={!mayChange}>
          <legend class="for-readers">{memberName(name)}</legend>
          {members.map((each) => {
            const member = schemaAt(schema, each);
            return (
              member !== null && (
                <Setting
                  key={each.join('/')}
                  path={each}
                  schema={member}
                  value={memberAt(document, each)}
                  standing={memberAt(standing, each)}
                />
              )
            );
          })}
          {changes > 0 && (
            <footer class="rule-foot">
              <button
                type="button"
                class="button"
                onClick={() => change(withMember(written, path, memberAt(standing, path)))}
              >
                {t.policy.resetPart}
              </button>
            </footer>
          )}
        </fieldset>
      )}
    </article>
  );
}
