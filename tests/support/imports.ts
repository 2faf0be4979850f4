import { createHash } from 'node:crypto';

import type { Deps } from '../../src/deps.js';
import type { ImportEntry, ImportFormat, ImportRemark } from '../../src/domain/imported.js';
import { disqusReader } from '../../src/formats/disqus.js';
import { exportReader } from '../../src/formats/export-lines.js';
import { ndjsonReader } from '../../src/formats/ndjson.js';
import { wxrReader } from '../../src/formats/wxr.js';
import { exportSite } from '../../src/operations/export-site.js';
import { importComments, type Imported } from '../../src/operations/import-comments.js';
import { importSite, type ImportedSite } from '../../src/operations/import-site.js';

export const SITE = 'default';
const READERS = { wxr: wxrReader, disqus: disqusReader, ndjson: ndjsonReader } as const;

/** Cut into small pieces, as a file comes in: no piece ends where something else does. */
export function piecesOf(text: string, length = 97): readonly string[] {
  const count = Math.ceil(text.length / length);
  return Array.from({ length: count }, (_, at) => text.slice(at * length, (at + 1) * length));
}

export function entriesIn(format: keyof typeof READERS, text: string): readonly ImportEntry[] {
  const reader = READERS[format]();
  return [...piecesOf(text).flatMap((piece) => reader.read(piece)), ...reader.end()];
}

/** Not a real stream, but one that can break off. */
export async function* streamed<T>(all: readonly T[], upTo = Infinity): AsyncGenerator<T> {
  for (const [at, each] of all.entries()) {
    if (at >= upTo) throw new Error('the cable was pulled');
    yield await Promise.resolve(each);
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Run {
  readonly format: Exclude<ImportFormat, 'gatepost'>;
  readonly text: string;
  readonly dry?: boolean;
  /** Entries after which the file cannot be read any more. */
  readonly upTo?: number;
  readonly signal?: AbortSignal;
}

/** Imports a text as a file; what was said of it comes along. */
export async function importText(
  deps: Deps,
  { format, text, dry = false, upTo = Infinity, signal }: Run,
): Promise<Imported & { readonly remarks: readonly ImportRemark[] }> {
  const remarks: ImportRemark[] = [];
  const result = await importComments(
    deps,
    {
      caller: { site_id: SITE },
      format,
      file_digest: digestOf(`${format}:${text}`),
      entries: streamed(entriesIn(format, text), upTo),
      dry_run: dry,
    },
    {
      onRemark: (remark) => remarks.push(remark),
      signal: signal ?? new AbortController().signal,
    },
  );
  return { ...result, remarks };
}

export async function exported(deps: Deps, siteId = SITE): Promise<string> {
  let text = '';
  await exportSite(deps, {
    caller: { site_id: siteId },
    write: async (lines) => {
      text += lines;
      return Promise.resolve();
    },
    onProgress: () => undefined,
  });
  return text;
}

/** Everything but the header, which tells when it was written. */
export const behindHeader = (text: string): string => text.slice(text.indexOf('\n') + 1);

export async function importExport(
  deps: Deps,
  text: string,
  more: { readonly site?: string; readonly upTo?: number } = {},
): Promise<ImportedSite> {
  const reader = exportReader();
  const lines = [...piecesOf(text, 5_003).flatMap((piece) => reader.read(piece)), ...reader.end()];
  return importSite(deps, {
    site_id: more.site ?? null,
    file_digest: digestOf(`gatepost:${text}`),
    lines: streamed(lines, more.upTo),
    signal: new AbortController().signal,
  });
}
