import { defineConfig } from 'vitest/config';

// .ci/run names a file here to count the results; vitest then writes its report there as well.
const reportFile = process.env.GATEPOST_TEST_REPORT;

// `npm run test:wordpress`: a WordPress of Debian's packages, which are installed where they are
// not there, so that it stands beside `npm test` and not in it.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/wordpress/**/*.test.ts'],
    globalSetup: ['tests/support/wordpress/packages.ts'],
    globals: false,
    pool: 'forks',
    // Each file has a MariaDB and some processes of PHP.
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 10_000,
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
  },
});
