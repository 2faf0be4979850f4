import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface NewFile {
  /** Where it is written until it is whole; only its owner may read it. */
  readonly path: string;
  /**
   * Puts it on the disk under its name: from then on it survives a crash of the machine.
   *
   * @throws Error where there is a file of that name and it is not to be replaced.
   */
  complete(how: { readonly replace: boolean }): Promise<void>;
  /** Takes away what was written, and what SQLite left beside it; does nothing once complete. */
  remove(): Promise<void>;
}

/** As SQLite names what it writes beside a database. */
export const BESIDE = ['', '-journal', '-wal', '-shm'];

/**
 * An empty file that appears under its name when it is whole.
 *
 * @throws Error why nothing can be written there.
 */
export async function newFile(name: string): Promise<NewFile> {
  // Its own for each process: of two that write under the same name, neither spoils the other's.
  const path = `${name}.${process.pid}.unfinished`;
  const remove = async (): Promise<void> => {
    for (const ending of BESIDE) await rm(`${path}${ending}`, { force: true });
  };
  await remove();
  const file = await open(path, 'wx', 0o600);
  await file.close();
  return {
    path,
    remove,
    complete: async ({ replace }) => {
      await sync(path);
      if (replace) await rename(path, name);
      else await nameOnce(path, name);
      await sync(dirname(name));
    },
  };
}

/** A link, unlike a new name, is refused where there is a file. */
async function nameOnce(path: string, name: string): Promise<void> {
  await link(path, name);
  await rm(path);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
