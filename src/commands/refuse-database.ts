import type { Config } from '../config.js';
import { sqlitePath } from '../store/database-url.js';
import { UsageError } from './command.js';
import { BESIDE } from './new-file.js';
import { isSameFile } from './same-file.js';

/**
 * Keeps a command from writing over the database that it reads.
 *
 * @throws UsageError where a name is of its file, or of what SQLite keeps beside it.
 */
export async function refuseDatabase(
  name: string | null,
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
): Promise<void> {
  const database = sqlitePath(databaseUrl);
  if (name === null || database === null) return;
  for (const ending of BESIDE) {
    if (!(await isSameFile(name, `${database}${ending}`))) continue;
    throw new UsageError(`${name} is ${ending === '' ? '' : 'a part of '}the database itself`);
  }
}
