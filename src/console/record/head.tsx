import { useState } from 'preact/hooks';

import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { useHead } from './queries.js';

/** Where the record ends, to be noted down elsewhere. */
export function Head() {
  const { data, error } = useHead();
  const [copied, setCopied] = useState('');
  if (data === undefined) return error === null ? null : <Problem error={error} />;
  const written = `${data.sequence}:${data.hash}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(written);
    setCopied(written);
  };
  return (
    <div class="record-head">
      <p>{t.record.headTold}</p>
      <div class="buttons">
        <code class="record-head-written">{written}</code>
        {/* Browsers lend the clipboard to pages that came over TLS, or from this machine. */}
        {window.isSecureContext && (
          <button type="button" class="button" onClick={() => void copy()}>
            {copied === written ? t.record.copied : t.record.copy}
          </button>
        )}
      </div>
    </div>
  );
}
