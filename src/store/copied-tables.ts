import { EXPORTED_TABLES, type ExportedTable } from './exported-tables.js';

/**
 * Everything that `gatepost copy` moves, which is every table: a test compares. The record comes
 * first: by it a copy that was cut off is known as one of this database, and another is refused.
 */
export const COPIED_TABLES: readonly ExportedTable[] = [
  { table: 'sites', key: [] },
  { table: 'audit_entries', key: ['sequence'] },
  ...EXPORTED_TABLES.filter(({ table }) => table !== 'audit_entries'),
  { table: 'audit_heads', key: [] },
  { table: 'api_keys', key: ['key_id'] },
  { table: 'sessions', key: ['session_id'] },
  { table: 'idempotent_answers', key: ['key_id', 'idempotency_key'] },
  { table: 'claims', key: ['comment_id'] },
  { table: 'webhook_endpoints', key: ['endpoint_id'] },
  { table: 'webhook_deliveries', key: ['delivery_id'] },
  { table: 'webhook_attempts', key: ['delivery_id', 'number'] },
  { table: 'imports', key: ['import_id'] },
  { table: 'import_replies', key: ['import_id', 'thread_id', 'comment_id'] },
];
