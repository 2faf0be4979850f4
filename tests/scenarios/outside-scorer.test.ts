import { afterEach, describe, expect, it } from 'vitest';

import { aComment } from '../support/app.js';
import { type ScorerServer, startScorerServer } from '../support/scorer-server.js';
import { call, databaseFolder, type Service, startService } from '../support/service.js';

const key = 'admin-key-of-the-scenario';

let undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});

/** The service with a scorer that never answers. */
async function started(): Promise<{ service: Service; scorer: ScorerServer }> {
  const scorer = await startScorerServer();
  scorer.behaves(() => undefined);
  undo.push(async () => scorer.close());
  const folder = await databaseFolder();
  undo.push(async () => folder.remove());
  const service = await startService({
    ...folder.env,
    GATEPOST_ADMIN_KEY: key,
    GATEPOST_SCORER_URL: `${scorer.url}?token=hidden-in-the-address`,
    GATEPOST_SCORER_KEY: 'hidden-in-the-environment',
    // Long enough for the request to arrive on a machine that has much to do.
    GATEPOST_SCORER_TIMEOUT_MS: '1500',
  });
  undo.push(async () => service.stop('SIGKILL'));
  return { service, scorer };
}

describe('A service with an outside scorer', () => {
  it('says where texts go, shows no secret, and holds what is not scored in time', async () => {
    const { service, scorer } = await started();
    const submit = { key, method: 'POST', body: JSON.stringify(aComment()) };
    const { status, body } = await call(`${service.url}/v1/comments`, submit);
    expect([status, body.comment.status]).toEqual([201, 'pending']);
    expect(body.verdict.findings).toMatchObject([{ rule: 'outside_scores', outcome: 'unknown' }]);
    expect(scorer.requests).toHaveLength(1);
    expect(scorer.requests[0]?.headers.authorization).toBe('Bearer hidden-in-the-environment');
    const metrics = await call(`${service.url}/metrics`, {});
    expect(metrics.body).toContain('gatepost_scorer_seconds_count{outcome="timeout"} 1');
    await service.stop('SIGTERM');
    expect(service.said()).toContain(`"host":"${new URL(scorer.url).host}"`);
    expect(service.said()).not.toContain('hidden');
  });
});
