import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { AuditEntry } from '../../../openapi/types.js';
import { Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { changesIn } from './changes.js';

/** All that an entry says, to the letter. */
export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="record-details" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.record.details}</summary>
      {open && (
        <>
          <States entry={entry} />
          <dl class="record-letter">
            <Letter name={t.record.when}>
              <Moment time={entry.created_at} />
            </Letter>
            <Letter name={t.record.id} value={entry.id} />
            <Letter name={t.acts.object[entry.object.kind]} value={entry.object.id} />
            <Letter name={t.record.hash} value={entry.hash} />
            <Letter name={t.record.previous} value={entry.previous_hash} />
          </dl>
        </>
      )}
    </details>
  );
}

function States({ entry }: { readonly entry: AuditEntry }) {
  const changes = changesIn(entry);
  if (changes.length === 0) return null;
  return (
    <div class="record-states">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.record.member}</th>
            <th scope="col">{t.record.before}</th>
            <th scope="col">{t.record.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <code>{letter(before)}</code>
              </td>
              <td>
                <code>{letter(after)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function letter(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}

interface LetterProps {
  readonly name: string;
  readonly value?: string;
  readonly children?: ComponentChildren;
}

function Letter({ name, value, children }: LetterProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === undefined ? children : <code>{value}</code>}</dd>
    </div>
  );
}
