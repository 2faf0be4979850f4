import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
/** All that is built, and nothing else. */
export const DIST = resolve(ROOT, 'dist');
