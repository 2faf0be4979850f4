import { describe, expect, it } from 'vitest';

import {
  checkDocumented,
  checkOperationsTested,
  checkRulesIndex,
  errorEntries,
  tableRows,
} from './tidy-catalogues.js';
import { checkImports } from './tidy-imports.js';
import {
  checkBarrels,
  checkCalls,
  checkClasses,
  checkFunctionSizes,
  checkRoutes,
  checkSynchronous,
  checkTests,
  checkTransactions,
} from './tidy-syntax.js';
import { checkColumns, checkFileLength, checkName, formatProblem } from './tidy.js';
import type { Problem, SourceFile } from './tidy.js';

type Check = (file: SourceFile) => Problem[];

function messages(check: Check, path: string, text: string): string[] {
  return check({ path, text }).map((problem) => problem.message);
}

describe('checkImports refuses', () => {
  it.each([
    ['src/domain/a.ts', "import { X } from '../limits.js';", 'domain may not import limits'],
    ['src/limits.ts', "import { X } from './domain/a.js';", 'limits may not import domain'],
    ['src/text/a.ts', "import { X } from '../moderation/a.js';", 'text may not import moderation'],
    ['src/classifier/a.ts', "import { X } from '../store/a.js';", 'classifier may not import store'],
    ['src/moderation/rules/a.ts', "import { X } from '../../store/a.js';", 'may not import store'],
    ['src/moderation/a.ts', "import { X } from '../classifier/a.js';", 'use `import type`'],
    ['src/moderation/a.ts', "import { readFileSync } from 'node:fs';", 'no I/O here'],
    ['src/store/a.ts', "import { X } from '../operations/a.js';", 'store may not import operations'],
    ['src/signals/a.ts', "import type { X } from '../deps.js';", 'signals may not import deps'],
    ['src/operations/a.ts', "import { X } from '../store/a.js';", 'use `import type`'],
    ['src/operations/a.ts', "import { X } from '../http/a.js';", 'operations may not import http'],
    ['src/operations/a.ts', "import type { DB } from 'kysely';", 'only store/ knows SQL'],
    ['src/operations/a.ts', "import Fastify from 'fastify';", 'HTTP stays in http/'],
    ['src/store/a.ts', "import cors from '@fastify/cors';", 'HTTP stays in http/'],
    ['src/http/routes/a.ts', "import type { X } from '../../store/a.js';", 'may not import store'],
    ['src/http/a.ts', "const x = await import('better-sqlite3');", 'only store/ knows SQL'],
    ['src/compat/akismet/a.ts', "export { X } from '../../store/a.js';", 'may not import store'],
    ['src/domain/a.ts', "type X = import('../store/a.js').X;", 'domain may not import store'],
    ['src/deps.ts', "import { X } from './store/a.js';", 'use `import type`'],
    ['src/config.ts', "import { X } from './store/a.js';", 'config may not import store'],
    ['src/main.ts', "import { X } from '../scripts/a.js';", 'leaves src'],
    ['src/extras/a.ts', '', '"extras" is no part of src'],
  ])('%s with `%s`', (path, text, message) => {
    expect(messages(checkImports, path, text)).toEqual([expect.stringContaining(message)]);
  });
});

describe('checkImports lets pass', () => {
  it.each([
    ['src/domain/a.ts', "import { X } from './b.js';"],
    ['src/text/a.ts', "import { X } from '../limits.js';"],
    ['src/moderation/rules/a.ts', "import { X } from '../../text/a.js';"],
    ['src/moderation/a.ts', "import type { X } from '../classifier/a.js';"],
    ['src/store/a.ts', "import Database from 'better-sqlite3';"],
    ['src/operations/judging/a.ts', "import type { X } from '../../deps.js';"],
    ['src/http/routes/a.ts', "import { X } from '../../operations/a.js';"],
    ['src/app.ts', "import Fastify from 'fastify';"],
    ['src/commands/serve.ts', "import { openStore } from '../store/open.js';"],
  ])('%s with `%s`', (path, text) => {
    expect(messages(checkImports, path, text)).toEqual([]);
  });
});

describe('checkCalls names the replacement', () => {
  it.each([
    ['const now = Date.now();', 'use deps.clock instead of Date.now'],
    ['const clock = Date.now;', 'use deps.clock instead of Date.now'],
    ['const now = new Date();', 'use deps.clock instead of new Date()'],
    ['const now = Date();', 'use deps.clock instead of Date()'],
    ['const t = performance.now();', 'use deps.stopwatch instead of performance.now'],
    ['const x = Math.random();', 'use deps.newId or deps.randomBytes instead of Math.random'],
    ['const id = crypto.randomUUID();', 'use deps.newId or deps.randomBytes instead of crypto'],
    ["import { randomBytes as b } from 'node:crypto';", 'instead of import randomBytes'],
    ["console.log('x');", 'use deps.log, or in a command the output it was given instead of '],
    ['const host = process.env.HOST;', 'use a setting in config.ts instead of process.env'],
    ['process.exit(1);', 'use a thrown error or a returned exit code'],
    ["process.stdout.write('x');", 'use deps.log, or in a command the output it was given'],
    ["await fetch('x');", 'use an adapter in signals/ or webhooks/ instead of fetch()'],
  ])('for `%s`', (text, message) => {
    expect(messages(checkCalls, 'src/operations/a.ts', text)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('and leaves comments, strings, dates with an argument and what was handed in alone', () => {
    const text =
      "// as Date.now has them\nconst a = 'Math.random()'; const b = new Date(5); randomBytes(4);";
    expect(messages(checkCalls, 'src/domain/a.ts', text)).toEqual([]);
  });

  it('and lets main.ts hand out the real clock', () => {
    expect(messages(checkCalls, 'src/main.ts', 'const clock = Date.now;')).toEqual([]);
  });
});

describe('The checks of syntax refuse', () => {
  const many = (count: number): string => 'x;\n'.repeat(count);

  it.each<[Check, string, string, string]>([
    [checkTransactions, 'src/http/a.ts', 'store.transaction(f);', 'only operations start'],
    [checkSynchronous, 'src/moderation/a.ts', 'async function f() {}', 'is synchronous'],
    [checkRoutes, 'src/http/routes/a.ts', 'if (x) y();', 'a route does not decide'],
    [checkClasses, 'src/store/a.ts', 'class Cache {}', 'classes are for errors'],
    [checkClasses, 'src/store/a.ts', 'class Cache extends Map {}', 'classes are for errors'],
    [checkBarrels, 'src/domain/a.ts', "export * from './b.js';", 'no barrels'],
    [checkBarrels, 'src/domain/a.ts', "export { b } from './b.js';", 'no barrels'],
    [checkFunctionSizes, 'src/a.ts', `function f() {\n${many(69)}}`, '71 lines of a function'],
    [checkFunctionSizes, 'src/a.ts', 'const f = (a, b, c, d) => a;', '4 parameters'],
    [checkFunctionSizes, 'src/a.ts', 'interface A { f(a, b, c, d): void }', '4 parameters'],
    [checkTests, 'tests/a.test.ts', "it.skip('x', f);", 'use skipIf'],
    [checkTests, 'tests/a.test.ts', "describe.only('x', f);", 'use skipIf'],
    [checkTests, 'tests/a.test.ts', "test.concurrent.todo('x');", 'use skipIf'],
    [checkTests, 'tests/a.test.ts', "vi.mock('../src/a.js');", 'use the real thing'],
  ])('%o in %s: %s', (check, path, text, message) => {
    expect(messages(check, path, text)).toEqual([expect.stringContaining(message)]);
  });
});

describe('The checks of syntax let pass', () => {
  it.each<[Check, string, string]>([
    [checkTransactions, 'src/operations/a.ts', 'deps.store.transaction(f);'],
    [checkSynchronous, 'src/operations/a.ts', 'async function f() { await x; }'],
    [checkClasses, 'src/domain/a.ts', 'class GatepostError extends Error {}'],
    [checkBarrels, 'src/domain/a.ts', "import { b } from './b.js'; export const c = [b];"],
    [checkFunctionSizes, 'src/a.ts', `function f(a, b, c) {\n${'x;\n'.repeat(68)}}`],
    [checkTests, 'tests/a.test.ts', "it.skipIf(absent)('x', f); it.each(rows)('y', f);"],
  ])('%o in %s: %s', (check, path, text) => {
    expect(messages(check, path, text)).toEqual([]);
  });
});

describe('The checks of text and names refuse', () => {
  it.each<[Check, string, string, string]>([
    [checkFileLength, 'src/a.ts', 'x;\n'.repeat(301), '301 lines'],
    [checkColumns, 'src/a.ts', `const ${'x'.repeat(95)};`, '102 columns'],
    [checkName, 'src/domain/ApiKey.ts', '', 'kebab-case name instead of "ApiKey.ts"'],
    [checkName, 'src/domain/api_key.ts', '', 'kebab-case name'],
    [checkName, 'src/Domain/key.ts', '', 'the folder "Domain"'],
    [checkName, 'src/domain/string-utils.ts', '', '"utils" says nothing'],
    [checkName, 'src/common/a.ts', '', '"common" says nothing'],
    [checkName, 'tests/helpers.test.ts', '', '"helpers" says nothing'],
    [checkName, 'migrations/first-day.sql', '', '0001_first_day.sql'],
  ])('%o in %s', (check, path, text, message) => {
    expect(messages(check, path, text)).toEqual([expect.stringContaining(message)]);
  });

  it.each<[Check, string, string]>([
    [checkFileLength, 'src/a.ts', 'x;\n'.repeat(300)],
    [checkColumns, 'src/a.ts', `const x = '${'x'.repeat(95)}';`],
    [checkColumns, 'src/a.ts', `// https://example.com/${'x'.repeat(95)}`],
    [checkColumns, 'src/a.ts', 'ӿ'.repeat(100)],
    [checkName, 'src/domain/api-key.ts', ''],
    [checkName, 'tests/domain/api-key.test.ts', ''],
    [checkName, 'migrations/0001_first_day.sql', ''],
  ])('but not %o in %s', (check, path, text) => {
    expect(messages(check, path, text)).toEqual([]);
  });
});

describe('The checks of catalogues', () => {
  const file = (path: string, text = ''): SourceFile => ({ path, text });

  it('find a rule that is not in the table of contents', () => {
    const index = file('src/moderation/rules/index.ts', "import { a } from './links.js';");
    const rules = [file('src/moderation/rules/links.ts'), file('src/moderation/rules/flood.ts')];
    expect(checkRulesIndex([index, ...rules]).map((each) => each.path)).toEqual([
      'src/moderation/rules/flood.ts',
    ]);
  });

  it('find an operation that no test mentions, by file or by function', () => {
    const operations = ['submit-comment', 'get-comment', 'list-threads'].map((name) =>
      file(`src/operations/${name}.ts`),
    );
    const tests = [
      file('tests/a.test.ts', "import { x } from '../src/operations/submit-comment.js';"),
      file('tests/b.test.ts', 'await getComment(deps, input);'),
    ];
    expect(checkOperationsTested(operations, tests).map(formatProblem)).toEqual([
      'src/operations/list-threads.ts:1: no test mentions listThreads: write one that calls it',
    ]);
  });

  it('find what a page leaves out, what it invents and what it says twice', () => {
    const page = file('docs/a.md', 'intro\n`a`\n`c`\n`a`');
    expect(checkDocumented(page, ['a', 'c', 'a'], ['a', 'b']).map(formatProblem)).toEqual([
      'docs/a.md:1: add an entry for b',
      'docs/a.md:3: remove c, which the code does not know',
      'docs/a.md:2: keep one entry for a, there are more',
    ]);
  });

  it('read the entries of the page of errors', () => {
    const text = '# Errors\n\n### `not_found` (404)\n\nWords.\n\n```json\n{ "status": 404 }\n```\n';
    expect(errorEntries(file('docs/errors.md', text))).toEqual([
      { code: 'not_found', status: 404, example: { status: 404 } },
    ]);
  });

  it('read the rows of a table under its heading and of no other', () => {
    const text = '\n## Rules\n\n| id |\n|---|\n| `x` |\n\n## Reasons\n\n| `a.b` | spam | Say. |\n';
    expect(tableRows(file('docs/policy.md', text), 'Reasons')).toEqual([['a.b', 'spam', 'Say.']]);
    expect(tableRows(file('docs/policy.md', text), 'Rules')).toEqual([['x']]);
  });
});
