import { useState } from 'preact/hooks';

import { t } from '../strings/strings.js';
import './secret.css';

interface SecretProps {
  /** What it is, and that it is shown this once. */
  readonly told: string;
  readonly secret: string;
}

/** A secret that the service tells once, to be copied and kept elsewhere. */
export function Secret({ told, secret }: SecretProps) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div class="secret" role="status">
      <p>{told}</p>
      <div class="buttons">
        <code>{secret}</code>
        {/* Browsers lend the clipboard to pages that came over TLS, or from this machine. */}
        {window.isSecureContext && (
          <button type="button" class="button" onClick={() => void copy()}>
            {copied ? t.keys.copied : t.keys.copy}
          </button>
        )}
      </div>
    </div>
  );
}
