import { resolve } from 'node:path';

import { build } from 'vite';

import { ROOT } from './places.js';

/** Makes the console from src/console, as vite.config.ts says, in `console` of the folder. */
export async function buildConsole(folder: string): Promise<void> {
  await build({
    configFile: resolve(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: resolve(folder, 'console') },
  });
}
