import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ROOT } from './places.js';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const RULE = '-'.repeat(80);

/**
 * The licences of all packages that the files come from, to be shipped beside what was made of
 * them.
 *
 * @param files paths from the root of the repository.
 * @throws Error for a package that says nothing of its licence.
 */
export async function thirdParty(files: readonly string[]): Promise<string> {
  const packages = [...new Set(files.flatMap(packageOf))].sort();
  const texts = await Promise.all(packages.map(licenceOf));
  return `The files beside this one hold code of these packages.\n\n${texts.join('\n')}`;
}

/** The folder of the package that a file belongs to; none for a file of ours. */
function packageOf(file: string): readonly string[] {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file) ?? [];
  return folder === undefined ? [] : [folder];
}

async function licenceOf(folder: string): Promise<string> {
  const path = join(ROOT, folder);
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license } = manifest;
  const files = (await readdir(path)).filter((file) => /^licen[cs]e|^copying|^notice/iu.test(file));
  if (files.length === 0 && license === undefined) throw new Error(`${folder} names no licence`);
  const texts = await Promise.all(files.map(async (file) => readFile(join(path, file), 'utf8')));
  return [RULE, `${name} ${version}: ${license ?? 'see below'}`, RULE, ...texts, ''].join('\n');
}
