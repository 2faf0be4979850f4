import { describe, expect, it } from 'vitest';

import { lastingDatabase } from '../support/databases.js';
import { allRounds } from '../support/killing/all-rounds.js';

/** Of 20 kills each. More for a long night: GATEPOST_FAULTS_DATABASES=100. */
const DATABASES = Number(process.env['GATEPOST_FAULTS_DATABASES'] ?? 8);
const PATIENCE_MILLISECONDS = 3_600_000;

describe('A service on SQLite that is killed with SIGKILL at any moment', () => {
  const promise = 'loses nothing that it answered, leaves nothing by halves, and tells of all of it';
  it(promise, { timeout: PATIENCE_MILLISECONDS }, async () => {
    const asked = { name: 'killed, SQLite', databases: DATABASES, make: lastingDatabase };
    const { wrong, answered, kills } = await allRounds(asked);
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(kills);
  });
});
