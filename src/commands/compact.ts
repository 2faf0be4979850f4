import { sqlitePath } from '../store/database-url.js';
import { compactSqliteFile } from '../store/sqlite/compact-file.js';
import { type Command, UsageError } from './command.js';
import { refuseMissing } from './refuse-missing.js';

const USAGE = 'compact';

export const compact: Command = {
  name: 'compact',
  usage: USAGE,
  says: 'Writes the database file anew: gives free room back, and leaves no byte of what was erased.',
  run: async ({ args, config, print }) => {
    if (args.length > 0) throw new UsageError(`gatepost ${USAGE}`);
    const path = fileOf(config.databaseUrl);
    refuseMissing(config.databaseUrl);
    const { before, after } = compactSqliteFile(path);
    print(`${path}: ${megabytes(before)} MB before, ${megabytes(after)} MB now.`);
    return 0;
  },
};

/** PostgreSQL does this by itself, all the time. */
function fileOf(databaseUrl: string): string {
  const path = sqlitePath(databaseUrl);
  if (path === null) {
    throw new UsageError(
      'compact writes a SQLite file anew; PostgreSQL makes room by itself (autovacuum), and all at once by\n' +
        '       psql "$DATABASE_URL" -c "VACUUM FULL comments"',
    );
  }
  if (path !== ':memory:') return path;
  throw new UsageError('a database in memory is gone with its process: there is nothing to compact');
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
