/**
 * npm run build
 *
 * Makes dist/ anew, step by step; each step writes what is its own there. Types are not looked at:
 * npm run typecheck does that.
 */
import { rm } from 'node:fs/promises';

import { buildConsole } from './build/console.js';
import { DIST } from './build/places.js';
import { buildService } from './build/service.js';

/** Each is given the folder. */
const STEPS: readonly ((folder: string) => Promise<void>)[] = [buildService, buildConsole];

await rm(DIST, { recursive: true, force: true });
for (const step of STEPS) await step(DIST);
