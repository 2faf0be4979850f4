import { useId } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { objectAt } from '../document/members.js';
import { usePolicyDesk } from '../policy-context.js';

/** What is tried. */
export interface Tried {
  readonly body: string;
  readonly name: string;
  /** Empty for none. */
  readonly section: string;
}

interface TryFormProps {
  readonly tried: Tried;
  readonly onChange: (tried: Tried) => void;
}

export function TryForm({ tried, onChange }: TryFormProps) {
  const id = useId();
  const { document } = usePolicyDesk();
  const sections = Object.keys(objectAt(document, ['sections']));
  return (
    <div class="try-form">
      <label class="field" for={id}>
        {t.policy.try.text}
      </label>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        maxLength={50_000}
        placeholder={t.policy.try.example}
        value={tried.body}
        onInput={({ currentTarget }) => onChange({ ...tried, body: currentTarget.value })}
      />
      <div class="try-more">
        <label class="field">
          {t.policy.try.author}
          <input
            value={tried.name}
            maxLength={100}
            placeholder="Robin"
            onInput={({ currentTarget }) => onChange({ ...tried, name: currentTarget.value })}
          />
        </label>
        {sections.length > 0 && (
          <label class="field">
            {t.policy.sections.name}
            <select
              value={tried.section}
              onChange={({ currentTarget }) => onChange({ ...tried, section: currentTarget.value })}
            >
              <option value="">{t.policy.try.noSection}</option>
              {sections.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </div>
  );
}
