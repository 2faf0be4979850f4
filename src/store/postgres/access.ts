import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

import type { Access } from '../engine.js';
import { admitted, type Enter, managedDriver } from '../managed-driver.js';
import type { Tables } from '../schema.js';
import { clientConnection, postgresRunner, type Queryable } from './connection.js';

/** The tables through a client, or through the pool; `enter` admits each query. */
export function accessTo(client: Queryable, enter: Enter): Access {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => managedDriver(clientConnection(client), enter),
      createIntrospector: (tables) => new PostgresIntrospector(tables),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { db, aside: db, run: admitted(postgresRunner(client, db), enter), locksRows: true };
}
