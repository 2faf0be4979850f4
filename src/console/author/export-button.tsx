import { useState } from 'preact/hooks';

import type { AuthorFile } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';

/** Saves all that is held about an author as a file, for whoever asks to see their data. */
export function ExportButton({ author: { id } }: { readonly author: AuthorFile }) {
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const held = await answerOf(
        api.GET('/v1/authors/{id}/export', { params: { path: { id } }, parseAs: 'blob' }),
      );
      download(held, `${id}.json`);
    } catch (fault) {
      tell({ kind: 'fault', text: fault instanceof Error ? fault.message : String(fault) });
    }
    setBusy(false);
  };
  return (
    <button type="button" class="button" disabled={busy} onClick={() => void save()}>
      {t.authorPage.export}
    </button>
  );
}

function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
