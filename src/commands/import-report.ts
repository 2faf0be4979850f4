import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import { CHANGES, type ImportRemark, SKIP_REASONS } from '../domain/imported.js';
import type { Imported } from '../operations/import-comments.js';

/** Where what was skipped or changed is written, a JSON object a line; nobody's text is in it. */
export interface ReportFile {
  add(remark: ImportRemark): void;
  close(): Promise<void>;
}

/** Writes nothing where no file is named. */
export async function reportFile(path: string | null): Promise<ReportFile> {
  if (path === null) return { add: () => undefined, close: async () => Promise.resolve() };
  // What was written for the file before is told again from the beginning.
  const stream = createWriteStream(path, { mode: 0o600 });
  await once(stream, 'open');
  const closed = finished(stream);
  // Told to whoever closes it.
  closed.catch(() => undefined);
  return {
    add: (remark) => stream.write(`${JSON.stringify(remark)}\n`),
    close: async () => {
      stream.end();
      await closed;
    },
  };
}

/** What an import came to, in words. */
export function importSummary(result: Imported, dry: boolean): string {
  const { imported, known, skipped, changed } = result;
  const lines = [
    dry
      ? `${imported} comments would be imported, ${known} are there already.`
      : `${imported} comments imported, ${known} were there already.`,
    ...counted('skipped', skipped, SKIP_REASONS),
    ...counted('changed', changed, CHANGES),
  ];
  return lines.join('\n');
}

function counted(
  what: string,
  counts: Readonly<Record<string, number>>,
  sentences: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${what}: ${count} ${reason} (${sentences[reason] ?? ''})`);
}
