import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { thirdParty } from './licences.js';
import { ROOT } from './places.js';

/**
 * What stays in node_modules: native code, packages that look for files of their own beside
 * themselves, and what most instances never load. Fastify asks for the last three only where it is
 * given no compilers, and for requests that come from within.
 */
const APART = [
  'better-sqlite3',
  'pg-native',
  '@fastify/swagger-ui',
  'tinyld',
  're2js',
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  'light-my-request',
];

/** What packages of CommonJS expect to be there and ES modules do not have. */
const BANNER = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);`;

/**
 * The service and the packages that it uses as a few files, dist/main.js first of all: reading more
 * than 700 modules one by one took most of a start. Nothing is shortened, so that a stack trace
 * has the names of the sources; node --enable-source-maps gives their lines too.
 */
export async function buildService(folder: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Else what has a \p is written as new RegExp(…), and made anew each time that it is come by.
    supported: { 'regexp-unicode-property-escapes': true },
    external: APART,
    banner: { js: BANNER },
    sourcemap: true,
    // Their texts are in the sources, and whole licences in THIRD-PARTY.txt.
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  await chmod(join(folder, 'main.js'), 0o755);
  await writeFile(join(folder, 'THIRD-PARTY.txt'), await thirdParty(Object.keys(metafile.inputs)));
}
