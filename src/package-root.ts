import { resolve } from 'node:path';

/**
 * The folder of package.json, with migrations/ and models/ beside it. The same from the sources and
 * when built, as long as this file is in src/ itself and dist/ has no folders for what is built.
 */
export const PACKAGE_ROOT = resolve(import.meta.dirname, '..');
