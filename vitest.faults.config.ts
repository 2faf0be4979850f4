import { defineConfig } from 'vitest/config';

// .ci/run names a file here to count the results; vitest then writes its report there as well.
const reportFile = process.env.GATEPOST_TEST_REPORT;

// `npm run test:faults`: what is tried on a running service for minutes, so that it stands beside
// `npm test` and not in it.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/faults/**/*.test.ts'],
    globals: false,
    pool: 'forks',
    // Two at a time: most of what is tried waits for processes, disks and clocks.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 180_000,
    teardownTimeout: 10_000,
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
  },
});
