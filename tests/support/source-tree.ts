import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { SourceFile } from './tidy.js';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export function exists(path: string): boolean {
  return existsSync(`${ROOT}${path}`);
}

export function readFile(path: string): SourceFile {
  return { path, text: readFileSync(`${ROOT}${path}`, 'utf8') };
}

/** Every file under a folder of the repository, in a stable order; none when there is no folder. */
export function readFolder(folder: string): SourceFile[] {
  if (!exists(folder)) return [];
  return readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/'))
    .sort()
    .map(readFile);
}
