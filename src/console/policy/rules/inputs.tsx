import { useLayoutEffect, useState } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { isSame } from '../document/members.js';
import { typesOf } from '../document/schema.js';
import type { ControlProps } from './setting-field.js';

/**
 * What is typed, while the document has what it means: what means nothing stays in the input alone,
 * and what the document says otherwise is taken over.
 */
function useTyped(
  value: unknown,
  { read, write }: { readonly read: (text: string) => unknown; readonly write: () => string },
) {
  const [text, setText] = useState(write);
  useLayoutEffect(() => {
    if (!isSame(read(text), value)) setText(write());
  }, [value]);
  return [text, setText] as const;
}

/** The faults of a text that is no value at all. */
function Unread({ id, detail }: { readonly id: string; readonly detail: string }) {
  return (
    <p id={`${id}-unread`} class="setting-fault" role="alert">
      {detail}
    </p>
  );
}

/** Null where the schema allows it and nothing is typed; undefined for what is no number. */
function numberOf(text: string, mayBeNull: boolean): number | null | undefined {
  if (text.trim() === '') return mayBeNull ? null : undefined;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

export function NumberInput({ id, schema, value, invalid, describedBy, onChange }: ControlProps) {
  const types = typesOf(schema);
  const mayBeNull = types.includes('null');
  const read = (text: string): number | null | undefined => numberOf(text, mayBeNull);
  const write = (): string => (typeof value === 'number' ? String(value) : '');
  const [text, setText] = useTyped(value, { read, write });
  return (
    <>
      <input
        id={id}
        class="setting-number"
        inputMode={types.includes('integer') ? 'numeric' : 'decimal'}
        placeholder={mayBeNull ? t.policy.never : undefined}
        value={text}
        aria-invalid={invalid || read(text) === undefined}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          const next = read(currentTarget.value);
          if (next !== undefined) onChange(next);
        }}
        onBlur={() => {
          if (read(text) === undefined) setText(write());
        }}
      />
      {read(text) === undefined && <Unread id={id} detail={t.policy.faults.noNumber} />}
    </>
  );
}

export function TextInput({ id, schema, value, invalid, describedBy, onChange }: ControlProps) {
  const props = {
    id,
    value: typeof value === 'string' ? value : '',
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
  };
  if ((schema.maxLength ?? 0) <= LINE_LENGTH_MAX) {
    return <input {...props} onInput={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
  return (
    <textarea
      {...props}
      rows={5}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

const LINE_LENGTH_MAX = 500;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A list of short texts, one on a line. */
export function LinesInput({ id, value, invalid, describedBy, onChange }: ControlProps) {
  const write = (): string => (Array.isArray(value) ? value.join('\n') : '');
  const [text, setText] = useTyped(value, { read: linesOf, write });
  return (
    <textarea
      id={id}
      rows={Math.min(8, Math.max(2, text.split('\n').length))}
      value={text}
      placeholder={t.policy.onePerLine}
      spellcheck={false}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(linesOf(currentTarget.value));
      }}
    />
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What no other input is for, as it stands in the document. */
export function JsonInput({ id, value, invalid, describedBy, onChange }: ControlProps) {
  const write = (): string => JSON.stringify(value ?? {}, null, 2);
  const [text, setText] = useTyped(value, { read: jsonOf, write });
  const isRead = jsonOf(text) !== undefined;
  return (
    <>
      <textarea
        id={id}
        class="setting-json"
        rows={Math.min(12, text.split('\n').length + 1)}
        value={text}
        spellcheck={false}
        aria-invalid={invalid || !isRead}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          const next = jsonOf(currentTarget.value);
          if (next !== undefined) onChange(next);
        }}
      />
      {!isRead && <Unread id={id} detail={t.policy.faults.noJson} />}
    </>
  );
}
