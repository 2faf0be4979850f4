import type { FastifyInstance } from 'fastify';

import { buildApp } from '../../src/app.js';
import type { Deps } from '../../src/deps.js';
import type { Scope } from '../../src/domain/api-key.js';
import { createKey } from '../../src/operations/create-key.js';
import { createSite } from '../../src/operations/create-site.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { type Client, clientOf } from './client.js';
import { testDeps } from './deps.js';

/** A service on an in-memory database, with a clock that stands until it is moved. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly admin: Client;
  readonly moderator: Client;
  readonly cms: Client;
  /** Moves the clock. */
  pass(seconds: number): void;
  /** A client with a new key; of another site when one is named, which is made if need be. */
  client(scope: Scope, site?: string): Promise<Client>;
  close(): Promise<void>;
}

type Replaceable = 'classifier' | 'scorer' | 'sender' | 'log' | 'newId' | 'randomBytes';

/** `change` replaces collaborators, as a trained classifier; without a URL all is in memory. */
export async function startTestApp(
  change: Partial<Pick<Deps, Replaceable>> = {},
  databaseUrl?: string,
): Promise<TestApp> {
  const { deps: plain, pass, close } = await testDeps(databaseUrl);
  const deps = { ...plain, ...change };
  const { adminKey } = await ensureFirstRun(deps, { adminKey: null });
  const app = await buildApp(deps);
  const client = async (scope: Scope, site = 'default'): Promise<Client> => {
    await createSite(deps, { id: site, name: site });
    const caller = { site_id: site };
    const { token } = await createKey(deps, { caller, name: `${scope} of ${site}`, scope });
    return clientOf(app, token);
  };
  return {
    app,
    deps,
    admin: clientOf(app, adminKey ?? ''),
    moderator: await client('moderate'),
    cms: await client('submit'),
    pass,
    client,
    close: async () => {
      await app.close();
      await close();
    },
  };
}

let told = 0;

/** A civil comment, different each time, with what a test wants to be otherwise. */
export function aComment(change: Record<string, unknown> = {}): Record<string, unknown> {
  told += 1;
  return {
    thread: { external_id: 'article-1' },
    author: { external_id: `reader-${told}`, name: `Reader ${told}` },
    body: `Thank you for the report, it answers question number ${told} of mine.`,
    ...change,
  };
}
