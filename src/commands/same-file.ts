import { stat } from 'node:fs/promises';

/** Whether two names are of one file, through links too; false where one is of none. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const a = await stat(one).catch(() => null);
  const b = await stat(other).catch(() => null);
  return a !== null && b !== null && a.ino === b.ino && a.dev === b.dev;
}
