import { describe, expect, it } from 'vitest';

import { ERRORS, type ErrorCode } from '../src/domain/errors.js';
import { REASONS } from '../src/domain/reasons.js';
import { readFile, readFolder } from './support/source-tree.js';
import {
  checkDocumented,
  checkOperationsTested,
  checkRulesIndex,
  errorEntries,
  tableRows,
} from './support/tidy-catalogues.js';
import { checkImports } from './support/tidy-imports.js';
import {
  checkBarrels,
  checkCalls,
  checkClasses,
  checkFunctionSizes,
  checkRoutes,
  checkSynchronous,
  checkTests,
  checkTransactions,
} from './support/tidy-syntax.js';
import { checkColumns, checkFileLength, checkName, formatProblem } from './support/tidy.js';
import type { Problem, SourceFile } from './support/tidy.js';

const src = readFolder('src');
const scripts = readFolder('scripts');
const tests = readFolder('tests').filter((file) => file.path.endsWith('.ts'));
const support = tests.filter(({ path }) => /^tests\/support\/.*(?<!\.test)\.ts$/.test(path));
const migrations = readFolder('migrations');
const errorsPage = readFile('docs/errors.md');
const policyPage = readFile('docs/policy.md');

function over(files: readonly SourceFile[], check: (file: SourceFile) => Problem[]): string[] {
  return files.flatMap(check).map(formatProblem);
}

describe('The source tree', () => {
  it('has imports that run one way, and packages where they belong', () => {
    expect(over(src, checkImports)).toEqual([]);
  });

  it('reaches clock, chance, settings and output through its collaborators alone', () => {
    expect(over(src, checkCalls)).toEqual([]);
  });

  it('starts transactions in operations alone', () => {
    expect(over(src, checkTransactions)).toEqual([]);
  });

  it('keeps the domain, the text toolkit and the engine synchronous', () => {
    expect(over(src, checkSynchronous)).toEqual([]);
  });

  it('has routes that decide nothing', () => {
    expect(over(src, checkRoutes)).toEqual([]);
  });

  it('has classes for errors alone', () => {
    expect(over(src, checkClasses)).toEqual([]);
  });

  it('has no barrels', () => {
    expect(over([...src, ...support], checkBarrels)).toEqual([]);
  });

  it('has files that can be read in one sitting', () => {
    expect(over([...src, ...scripts, ...support], checkFileLength)).toEqual([]);
  });

  it('has functions that can be read at one sight', () => {
    expect(over([...src, ...scripts, ...support], checkFunctionSizes)).toEqual([]);
  });

  it('has lines that fit into two windows side by side', () => {
    expect(over([...src, ...scripts, ...tests], checkColumns)).toEqual([]);
  });

  it('has kebab-case names that say what is inside', () => {
    expect(over([...src, ...scripts, ...tests, ...migrations], checkName)).toEqual([]);
  });

  it('has tests that all run, against the real thing', () => {
    expect(over(tests, checkTests)).toEqual([]);
  });

  it('lists every rule in the table of contents', () => {
    expect(checkRulesIndex(src).map(formatProblem)).toEqual([]);
  });

  it('tests every operation', () => {
    expect(checkOperationsTested(src, tests).map(formatProblem)).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  const entries = errorEntries(errorsPage);

  it('explains every error code and no other', () => {
    const codes = entries.map((entry) => entry.code);
    expect(checkDocumented(errorsPage, codes, Object.keys(ERRORS)).map(formatProblem)).toEqual([]);
  });

  it.each(entries)('shows for $code a body as the service sends it', ({ code, status, example }) => {
    const known = ERRORS[code as ErrorCode];
    expect(status).toBe(known.status);
    expect(example).toMatchObject({
      type: `urn:gatepost:error:${code}`,
      title: known.title,
      status: known.status,
      detail: expect.any(String),
      code,
      hint: known.hint,
      instance: expect.stringMatching(/^\//),
      request_id: expect.stringMatching(/^req_[0-9A-HJKMNP-TV-Z]{26}$/),
    });
  });
});

describe('docs/policy.md', () => {
  const rows = tableRows(policyPage, 'Reasons');

  it('explains every reason code and no other', () => {
    const codes = rows.map(([code = '']) => code);
    expect(checkDocumented(policyPage, codes, Object.keys(REASONS)).map(formatProblem)).toEqual([]);
  });

  it('gives every reason its standard and the sentence that the reader sees', () => {
    const known = Object.entries(REASONS).map(([code, reason]) => [
      code,
      reason.standard,
      reason.message,
    ]);
    expect(rows).toEqual(known);
  });
});
