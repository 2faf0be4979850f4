import type { Tables } from './schema.js';

export interface ExportedTable {
  readonly table: keyof Tables;
  /** The columns of its key beside the site: by them it is read in order. */
  readonly key: readonly string[];
}

/**
 * What `gatepost export` writes, in an order in which nothing stands before what it rests on. Every
 * column of these goes along, whoever adds one.
 */
export const EXPORTED_TABLES: readonly ExportedTable[] = [
  { table: 'policies', key: ['version'] },
  { table: 'site_models', key: ['version'] },
  { table: 'site_model_choices', key: ['number'] },
  { table: 'threads', key: ['thread_id'] },
  { table: 'authors', key: ['author_id'] },
  { table: 'comments', key: ['comment_id'] },
  { table: 'revisions', key: ['comment_id', 'version'] },
  { table: 'decisions', key: ['decision_id'] },
  { table: 'findings', key: ['decision_id', 'position'] },
  { table: 'reports', key: ['report_id'] },
  { table: 'notices', key: ['notice_id'] },
  { table: 'blocks', key: ['block_id'] },
  { table: 'notes', key: ['note_id'] },
  { table: 'warnings', key: ['warning_id'] },
  { table: 'appeals', key: ['appeal_id'] },
  { table: 'erasures', key: ['author_id'] },
  { table: 'audit_entries', key: ['sequence'] },
];

/** What stays behind, and why. */
export const NOT_EXPORTED: Readonly<Partial<Record<keyof Tables, string>>> = {
  sites: 'the header of the file names the site',
  api_keys: 'keys are secrets of the instance; new ones are made there',
  sessions: 'they end with the keys that opened them',
  idempotent_answers: 'they are for clients that ask again within a day',
  audit_heads: 'the last entry of the record says the same',
  claims: 'they lapse within minutes',
  webhook_endpoints: 'their secrets stay, and nobody is told twice',
  webhook_deliveries: 'they belong to the endpoints',
  webhook_attempts: 'they belong to the endpoints',
  imports: 'they tell of files that were read here',
  import_replies: 'they are there only while a file is read',
};
