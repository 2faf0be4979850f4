/** npm run docs: writes the tables of docs/policy.md anew from the rules and the reasons. */
import { readFileSync, writeFileSync } from 'node:fs';

import { PAGE, withTables } from './docs/policy-tables.js';

writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
