import type { Kysely } from 'kysely';

import type { Tables } from './schema.js';

/** What a store file is given: the open database, or one transaction of it. */
export type Database = Kysely<Tables>;
