import { parseArgs } from 'node:util';

import { IMPORT_FORMATS, type ImportFormat } from '../domain/imported.js';
import { disqusReader } from '../formats/disqus.js';
import { exportReader } from '../formats/export-lines.js';
import type { ImportReader } from '../formats/import-reader.js';
import { ndjsonReader } from '../formats/ndjson.js';
import { wxrReader } from '../formats/wxr.js';
import { DEFAULT_SITE_ID } from '../operations/ensure-first-run.js';
import { importComments, type Imported } from '../operations/import-comments.js';
import { importSite } from '../operations/import-site.js';
import { cancellable, EXIT_CANCELLED } from './cancellable.js';
import { unscored, withDatabase } from './collaborators.js';
import { type Command, misused, type Terminal, UsageError } from './command.js';
import { type ImportFile, importFile } from './import-file.js';
import { importSummary, reportFile } from './import-report.js';
import { progressLine } from './progress-line.js';
import { refuseDatabase } from './refuse-database.js';
import { isSameFile } from './same-file.js';
import { sitesFor } from './sites-for.js';
import { smallHeap } from './small-heap.js';

const USAGE =
  'import FILE [--site SITE] [--format wxr|disqus|ndjson|gatepost] [--report FILE] ' +
  '[--dry-run] [--quiet]';

/** Pieces of a file, each a quarter of a megabyte, after which memory is tidied up. */
const PIECES_BETWEEN = 4;
const READERS: Readonly<Record<Exclude<ImportFormat, 'gatepost'>, () => ImportReader>> = {
  wxr: wxrReader,
  disqus: disqusReader,
  ndjson: ndjsonReader,
};

export const importCommand: Command = {
  name: 'import',
  usage: USAGE,
  says: 'Takes over comments from WordPress, Disqus, NDJSON or an export. Goes on where it was cut.',
  run: async (terminal) => {
    const asked = asking(terminal.args);
    const file = await importFile(asked.file, asked.format);
    return file.format === 'gatepost'
      ? wholeSite(terminal, asked, file)
      : comments(terminal, asked, { file, reader: READERS[file.format] });
  },
};

function asking(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        format: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('name one file to import');
    const format = IMPORT_FORMATS.find((each) => each === values.format) ?? null;
    if (values.format !== undefined && format === null) {
      throw new Error(`--format must be one of ${IMPORT_FORMATS.join(', ')}`);
    }
    const { site = null, report = null, 'dry-run': dry, quiet } = values;
    return { file, format, site, report, dry, quiet };
  } catch (error) {
    throw misused(error, `gatepost ${USAGE}`);
  }
}

type Asked = ReturnType<typeof asking>;

/** A report is written from its beginning: over the comments it would leave nothing of them. */
async function refuseSameFile({ file, report }: Asked): Promise<void> {
  if (report === null || !(await isSameFile(report, file))) return;
  throw new UsageError('--report names the file that is to be imported');
}

async function comments(
  { config, print }: Terminal,
  asked: Asked,
  { file, reader }: { readonly file: ImportFile; readonly reader: () => ImportReader },
): Promise<number> {
  await refuseSameFile(asked);
  await refuseDatabase(asked.report, config);
  const report = await reportFile(asked.report);
  const work = withDatabase(unscored(config), async (deps) => {
    const site_id = asked.site ?? DEFAULT_SITE_ID;
    await sitesFor(deps, site_id);
    return cancellable(async (signal) =>
      importComments(
        deps,
        {
          caller: { site_id },
          format: file.format,
          file_digest: file.digest,
          entries: entriesOf(watched(file, asked), reader()),
          dry_run: asked.dry,
        },
        { onRemark: report.add, signal },
      ),
    );
  });
  const result = await work.finally(report.close);
  return told(print, result, asked);
}

function told(print: Terminal['print'], result: Imported, asked: Asked): number {
  if (result.ended === 'was_done') print('This file was imported already. Nothing was changed.');
  print(importSummary(result, asked.dry));
  if (result.ended !== 'cancelled') return 0;
  print('Cut off. Run the same command again to go on.');
  return EXIT_CANCELLED;
}

async function wholeSite(
  { config, print }: Terminal,
  asked: Asked,
  file: ImportFile,
): Promise<number> {
  if (asked.dry || asked.report !== null) {
    throw new UsageError('an export is read whole: --dry-run and --report are for comments');
  }
  const result = await withDatabase(unscored(config), async (deps) =>
    cancellable(async (signal) =>
      importSite(deps, {
        site_id: asked.site,
        file_digest: file.digest,
        lines: entriesOf(watched(file, asked), exportReader()),
        signal,
      }),
    ),
  );
  if (result.ended === 'cancelled') {
    print('Cut off. Run the same command again to go on.');
    return EXIT_CANCELLED;
  }
  if (result.ended === 'was_done') print('This file was imported already. Nothing was changed.');
  print(`${result.rows} rows are in the site "${result.site_id}". Its record was ${result.record}.`);
  return 0;
}

/** The text of a file, with progress beside it. */
async function* watched(file: ImportFile, { quiet }: Asked): AsyncGenerator<string> {
  const line = progressLine(process.stderr);
  const started = performance.now();
  const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);
  try {
    yield* file.pieces((bytes) => {
      if (quiet) return;
      const elapsed_seconds = (performance.now() - started) / 1000;
      const [read, total] = [kilobytes(bytes), kilobytes(file.bytes)];
      line.show({ read, total, elapsed_seconds, unit: 'kB' });
    });
  } finally {
    if (!quiet) line.end();
  }
}

async function* entriesOf<T>(
  pieces: AsyncIterable<string>,
  reader: { read(text: string): readonly T[]; end(): readonly T[] },
): AsyncGenerator<T> {
  for await (const piece of smallHeap(pieces, PIECES_BETWEEN)) yield* reader.read(piece);
  yield* reader.end();
}
