import { defineConfig } from 'vitest/config';

// .ci/run names a file here to count the results; vitest then writes its report there as well.
const reportFile = process.env.GATEPOST_TEST_REPORT;

// `npm run test:console`: the built service and a real browser, Debian's Chromium, which is
// installed where there is none, so that it stands beside `npm test` and not in it.
export default defineConfig({
  test: {
    environment: 'node',
    // What lies deeper needs no browser, and runs with `npm test`.
    include: ['tests/console/*.test.ts'],
    globalSetup: ['tests/support/console/chromium.ts'],
    globals: false,
    pool: 'forks',
    // A browser for each file takes what these machines have.
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 10_000,
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
  },
});
