import { defineConfig } from 'vitest/config';

// .ci/run names a file here to count the results; vitest then writes its report there as well.
const reportFile = process.env.GATEPOST_TEST_REPORT;

// What holds on PostgreSQL too, on one that is started for the tests.
const ON_BOTH = [
  'tests/{store,http,compat,operations,scenarios}/**/*.test.ts',
  'tests/scripts/million.test.ts',
  'tests/store/search.test.ts',
  'tests/store/blocks-in-force.test.ts',
];

// What is about SQLite alone: its file, databases from before PostgreSQL could be used, and what
// looks into the file behind the service's back.
const ON_SQLITE = [
  'tests/store/{sqlite-file,sqlite-rows,reading-thread}.test.ts',
  'tests/store/{reports-from-before,plans,search-index}.test.ts',
  'tests/operations/{verify-audit,copy-database}.test.ts',
  'tests/scenarios/{erased,everything-erased}.test.ts',
];

// What takes minutes, what needs a WordPress, and what needs a browser: vitest.faults.config.ts,
// vitest.wordpress.config.ts and vitest.console.config.ts.
const ASIDE = ['tests/faults/**', 'tests/wordpress/**', 'tests/console/*.test.ts'];

// What is about PostgreSQL alone.
const ON_POSTGRES = ['tests/*/postgres-*.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: [...ON_POSTGRES, ...ASIDE],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...ON_BOTH, ...ON_POSTGRES],
          exclude: [...ON_SQLITE, ...ASIDE],
          env: { GATEPOST_TEST_ENGINE: 'postgres' },
          globalSetup: ['tests/support/postgres/setup.ts'],
          // A round trip for each query, where SQLite has a call.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
    globals: false,
    // Child processes: better-sqlite3 is a native addon, and some tests send signals.
    pool: 'forks',
    // Generous, because two slow cores share the work, and some tests start processes of their own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    restoreMocks: true,
    unstubEnvs: true,
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/main.ts'],
      reporter: [['text', { skipFull: true }], 'text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
      // What decides about a comment has no branch that its tests do not show: npm run coverage.
      thresholds: {
        'src/text/**': { branches: 100 },
        'src/moderation/**': { branches: 100 },
        'src/domain/**': { branches: 100 },
      },
    },
  },
});
