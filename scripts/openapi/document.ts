import { buildApp } from '../../src/app.js';
import { NO_CLASSIFIER } from '../../src/classifier/classifier.js';
import { openStore } from '../../src/store/open.js';

/** The OpenAPI document as it is checked in: what GET /openapi.json answers, indented. */
export async function openapiDocument(): Promise<string> {
  const nothing = (): void => undefined;
  const database = await openStore('sqlite::memory:', { clock: () => 0 });
  const app = await buildApp({
    store: database.store,
    classifier: NO_CLASSIFIER,
    scorer: null,
    sender: {
      refusal: async () => Promise.resolve(null),
      send: async () => Promise.reject(new Error('nothing is sent while it is written')),
    },
    clock: () => 0,
    stopwatch: () => 0,
    newId: (prefix) => `${prefix}_0`,
    randomBytes: (count) => Buffer.alloc(count),
    inFlight: new Map(),
    log: { info: nothing, warn: nothing, error: nothing },
  });
  const document = app.swagger();
  await app.close();
  await database.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}
