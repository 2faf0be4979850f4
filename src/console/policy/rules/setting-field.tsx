import { useId } from 'preact/hooks';
import { Link } from 'wouter-preact';

import { t } from '../../strings/strings.js';
import { isSame, memberAt, objectAt, type Path, pointerOf } from '../document/members.js';
import { withSetting } from '../document/filled.js';
import { type Schema, typesOf } from '../document/schema.js';
import { memberName } from '../names.js';
import { usePolicyDesk } from '../policy-context.js';
import { JsonInput, LinesInput, NumberInput, TextInput } from './inputs.js';

interface SettingProps {
  readonly path: Path;
  readonly schema: Schema;
  /** What holds there, also where the path itself says nothing. */
  readonly value: unknown;
  /** What the value is taken back to. */
  readonly standing: unknown;
}

/** One member of a policy with its sentence, what is wrong with it, and the way back. */
export function Setting({ path, schema, value, standing }: SettingProps) {
  const id = useId();
  const { faults, mayChange, written, change } = usePolicyDesk();
  const name = path.at(-1) ?? '';
  const pointer = pointerOf(path);
  const set = (next: unknown): void => change(withSetting(written, path, next));
  const found = faults.within(pointer);
  const isChanged = !isSame(value, standing);
  if (schema.properties !== undefined && typesOf(schema).includes('object')) {
    return <Several path={path} schema={schema} value={value} standing={standing} />;
  }
  return (
    <div class={isChanged ? 'setting setting-changed' : 'setting'} data-pointer={pointer}>
      <div class="setting-name">
        <label for={id}>{memberName(name)}</label>
        {isChanged && mayChange && <Reset name={name} onReset={() => set(standing)} />}
      </div>
      <Control
        id={id}
        schema={schema}
        value={value}
        invalid={found.length > 0}
        describedBy={`${id}-told`}
        onChange={set}
      />
      <div id={`${id}-told`} class="setting-told">
        {schema.description !== undefined && <p lang="en">{schema.description}</p>}
        {found.map(({ pointer: at, detail }) => (
          <p key={at + detail} class="setting-fault">
            {at === pointer ? detail : `${at.slice(pointer.length + 1)}: ${detail}`}
          </p>
        ))}
      </div>
    </div>
  );
}

function Reset({ name, onReset }: { readonly name: string; readonly onReset: () => void }) {
  return (
    <button
      type="button"
      class="button button-plain button-small"
      aria-label={t.policy.resetMember(memberName(name))}
      onClick={onReset}
    >
      {t.policy.reset}
    </button>
  );
}

function Several({ path, schema, value, standing }: SettingProps) {
  return (
    <fieldset class="setting-group">
      <legend>{memberName(path.at(-1) ?? '')}</legend>
      {schema.description !== undefined && (
        <p class="quiet small" lang="en">
          {schema.description}
        </p>
      )}
      <div class="setting-row">
        {Object.entries(schema.properties ?? {}).map(([name, member]) => (
          <Setting
            key={name}
            path={[...path, name]}
            schema={member}
            value={memberAt(value, [name])}
            standing={objectAt(standing, [])[name]}
          />
        ))}
      </div>
    </fieldset>
  );
}

export interface ControlProps {
  readonly id: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onChange: (value: unknown) => void;
}

/** The input that fits what the schema allows. */
function Control(props: ControlProps) {
  const { id, schema, value, onChange } = props;
  const types = typesOf(schema);
  const told = { id, 'aria-describedby': props.describedBy, 'aria-invalid': props.invalid };
  if (types.includes('boolean')) {
    return (
      <input
        {...told}
        type="checkbox"
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  }
  if (schema.enum !== undefined) {
    return (
      <select
        {...told}
        value={String(value)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {schema.enum.map((each) => (
          <option key={each} value={each}>
            {wordFor(each)}
          </option>
        ))}
      </select>
    );
  }
  if (types.includes('number') || types.includes('integer')) return <NumberInput {...props} />;
  if (types.includes('array')) {
    if (typesOf(schema.items ?? {}).includes('object')) return <TermsLink {...props} />;
    return <LinesInput {...props} />;
  }
  return types.includes('string') ? <TextInput {...props} /> : <JsonInput {...props} />;
}

const WORDS: Readonly<Record<string, string>> = t.policy.actions;

const wordFor = (value: string): string => WORDS[value] ?? value;

/** Lists of terms have a screen of their own. */
function TermsLink({ value }: ControlProps) {
  const amount = Array.isArray(value) ? value.length : 0;
  return (
    <Link class="button" href="/policy/terms">
      {t.policy.terms.amount(amount)}
    </Link>
  );
}
