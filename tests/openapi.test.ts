import { describe, expect, it } from 'vitest';

import { openapiDocument } from '../scripts/openapi/document.js';
import { readFile } from './support/source-tree.js';

interface Operation {
  readonly operationId?: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly summary?: string;
  readonly tags?: readonly string[];
}

const checkedIn = readFile('openapi/openapi.json').text;
const document = JSON.parse(checkedIn) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { readonly securitySchemes: Readonly<Record<string, object>> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
);

describe('openapi/openapi.json', () => {
  it('is what the routes say; npm run openapi writes it anew', async () => {
    expect(checkedIn).toBe(await openapiDocument());
  });

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('gives every operation an id of its own, a summary and a tag', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    for (const { path, method, operationId, summary, tags } of operations) {
      expect([path, method, operationId, summary, tags]).not.toContain(undefined);
    }
  });

  it('says that a session will do wherever a key will, but for signing in', () => {
    const byKey = operations.filter(({ security }) => security?.some((each) => 'key' in each));
    expect(byKey.length).toBeGreaterThan(90);
    const keyOnly = byKey.filter(({ security }) => !security?.some((each) => 'session' in each));
    expect(keyOnly.map(({ operationId }) => operationId)).toEqual(['openSession']);
    expect(document.components.securitySchemes['session']).toMatchObject({
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-gatepost_session',
    });
  });

  it('refers only to what it holds', () => {
    const references = [...checkedIn.matchAll(/"\$ref": "([^"]+)"/g)].map(([, to = '']) => to);
    expect(references.length).toBeGreaterThan(0);
    for (const to of new Set(references)) {
      const path = to.replace('#/', '').split('/');
      const found = path.reduce<unknown>(
        (value, name) => (value as Record<string, unknown> | undefined)?.[name],
        document,
      );
      expect(found, to).toBeDefined();
    }
  });
});
