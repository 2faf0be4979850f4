/** npm run docs: writes the tables of docs/policy.md and all of docs/policy-reference.md anew. */
import { readFileSync, writeFileSync } from 'node:fs';

import { REFERENCE_PAGE, referencePage } from './docs/policy-reference.js';
import { PAGE, withTables } from './docs/policy-tables.js';

writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
writeFileSync(REFERENCE_PAGE, referencePage());
