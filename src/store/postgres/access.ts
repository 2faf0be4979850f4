import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

import type { Access } from '../engine.js';
import { managedDriver } from '../managed-driver.js';
import type { Tables } from '../schema.js';
import { clientConnection, postgresRunner, type Queryable } from './connection.js';

/** The tables through a client, or through the pool; `enter` is asked before each query. */
export function accessTo(client: Queryable, enter: () => Promise<void>): Access {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => managedDriver(clientConnection(client), enter),
      createIntrospector: (tables) => new PostgresIntrospector(tables),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const direct = postgresRunner(client, db);
  return {
    db,
    run: async (query, values) => {
      await enter();
      return direct(query, values);
    },
  };
}
