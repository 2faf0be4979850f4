import type { ChainHead } from './audit.js';
import type { Site } from './site.js';

/** The form of what `gatepost export` writes; counts up when an older reader could not read it. */
export const EXPORT_VERSION = 1;

/** The first line of an export. */
export interface ExportHeader {
  readonly gatepost_export: typeof EXPORT_VERSION;
  readonly site: Site;
  readonly exported_at: string;
  /** Where the site's record ends. */
  readonly record_head: ChainHead;
}

/** A line for each row, without the site's id. */
export interface ExportRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** The last line: without it the file is not whole. */
export interface ExportEnd {
  readonly end: { readonly rows: number };
}
