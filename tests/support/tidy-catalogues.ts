import type { Problem, SourceFile } from './tidy.js';

const RULES_FOLDER = 'src/moderation/rules/';
const RULES_INDEX = `${RULES_FOLDER}index.ts`;

/** A rule that is not in the table of contents would never run. */
export function checkRulesIndex(files: readonly SourceFile[]): Problem[] {
  const index = files.find((file) => file.path === RULES_INDEX);
  const rules = files.filter(
    (file) => file.path.startsWith(RULES_FOLDER) && file.path !== RULES_INDEX,
  );
  return rules
    .filter(({ path }) => !index?.text.includes(`'./${baseName(path)}.js'`))
    .map(({ path }) => ({
      path,
      line: 1,
      message: `add this rule to ${RULES_INDEX}, or move what is no rule to src/moderation`,
    }));
}

/** Each use case, one file directly in src/operations, is named in a test: its file or function. */
export function checkOperationsTested(
  files: readonly SourceFile[],
  tests: readonly SourceFile[],
): Problem[] {
  return files
    .filter(({ path }) => /^src\/operations\/[^/]+\.ts$/.test(path))
    .filter(({ path }) => {
      const name = baseName(path);
      const words = new RegExp(`\\b(${name}|${camelCase(name)})\\b`);
      return !tests.some((test) => words.test(test.text));
    })
    .map(({ path }) => ({
      path,
      line: 1,
      message: `no test mentions ${camelCase(baseName(path))}: write one that calls it`,
    }));
}

/** What is in a catalogue and what a page explains are the same set. */
export function checkDocumented(
  page: SourceFile,
  documented: readonly string[],
  catalogue: readonly string[],
): Problem[] {
  const missing = catalogue.filter((code) => !documented.includes(code));
  const surplus = documented.filter((code) => !catalogue.includes(code));
  const twice = documented.filter((code, index) => documented.indexOf(code) !== index);
  const problem = (code: string, message: string): Problem => ({
    path: page.path,
    line: 1 + Math.max(0, page.text.split('\n').findIndex((line) => line.includes(`\`${code}\``))),
    message,
  });
  return [
    ...missing.map((code) => problem(code, `add an entry for ${code}`)),
    ...surplus.map((code) => problem(code, `remove ${code}, which the code does not know`)),
    ...twice.map((code) => problem(code, `keep one entry for ${code}, there are more`)),
  ];
}

/** One entry of docs/errors.md: a heading, sentences, and the body of an answer. */
export interface ErrorEntry {
  readonly code: string;
  readonly status: number;
  readonly example: unknown;
}

/** The entries of a page in which each begins with a heading such as "### `not_found` (404)". */
export function errorEntries(page: SourceFile): ErrorEntry[] {
  const sections = page.text.split(/^### (?=`)/m).slice(1);
  return sections.map((section) => {
    const heading = /^`([a-z_]+)` \((\d{3})\)$/m.exec(section);
    const body = /```json\n(.*?)```/s.exec(section);
    return {
      code: heading?.[1] ?? section.split('\n', 1).join(''),
      status: Number(heading?.[2]),
      example: body?.[1] === undefined ? undefined : JSON.parse(body[1]),
    };
  });
}

/** The rows of the table under a heading, each as its cells; code marks are taken off. */
export function tableRows(page: SourceFile, heading: string): string[][] {
  const [, section = ''] = page.text.split(`\n## ${heading}\n`);
  const [own = ''] = section.split(/^## /m);
  return own
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')));
}

function baseName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ts$/, '');
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
