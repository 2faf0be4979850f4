import { useState } from 'preact/hooks';

import type { VerifiedAudit } from '../../../openapi/types.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { useVerifying } from './use-verifying.js';

const NOTED = '\\s*\\d{1,15}:[0-9a-f]{64}\\s*';

/** Has the service read the whole record, and compare it with an end that was noted down. */
export function Verify() {
  const [noted, setNoted] = useState('');
  const verifying = useVerifying();
  const { progress, result, error, running } = verifying;
  return (
    <form
      class="record-verify"
      onSubmit={(event) => {
        event.preventDefault();
        verifying.start(headIn(noted));
      }}
    >
      <label class="field">
        {t.record.noted}
        <input
          value={noted}
          pattern={NOTED}
          title={t.record.notedForm}
          placeholder="4711:9f2c…"
          spellcheck={false}
          onInput={({ currentTarget }) => setNoted(currentTarget.value)}
        />
      </label>
      <div class="buttons">
        <button type="submit" class="button button-first" disabled={running}>
          {running ? t.record.verifying : t.record.verify}
        </button>
        {running && (
          <button type="button" class="button" onClick={verifying.stop}>
            {t.cancel}
          </button>
        )}
      </div>
      {running && progress !== null && (
        <progress
          class="record-progress"
          aria-label={t.record.verifying}
          value={progress.read}
          max={Math.max(progress.total, 1)}
        />
      )}
      <div role="status">
        {error !== null && <Problem error={error} />}
        {result !== null && <Result result={result} />}
      </div>
    </form>
  );
}

function headIn(noted: string): { sequence: number; hash: string } | null {
  const [sequence = '', hash = ''] = noted.trim().split(':');
  return sequence === '' ? null : { sequence: Number(sequence), hash };
}

function Result({ result }: { readonly result: VerifiedAudit }) {
  const { ended, whole, entries, comments, unsealed, problems } = result;
  if (ended === 'cancelled' && problems.length === 0) return <p>{t.record.stopped}</p>;
  if (whole) {
    return (
      <p class="record-whole">
        <strong>{t.record.whole}</strong> {t.record.wholeTold(count(entries), count(comments))}{' '}
        {unsealed > 0 && t.record.unsealed(count(unsealed))}
      </p>
    );
  }
  return (
    <div class="problem">
      <strong>{t.record.notWhole}</strong>
      <ul>
        {problems.map(({ sequence, what }) => (
          <li key={`${sequence} ${what}`}>
            {sequence !== null && `${t.record.entry(count(sequence))}: `}
            <span lang="en">{what}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
