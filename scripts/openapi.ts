/**
 * npm run openapi
 *
 * Writes openapi/openapi.json from the schemas of the routes. A test fails when the file and the
 * routes have drifted apart.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { openapiDocument } from './openapi/document.js';

const folder = resolve(import.meta.dirname, '../openapi');
await mkdir(folder, { recursive: true });
await writeFile(resolve(folder, 'openapi.json'), await openapiDocument());
