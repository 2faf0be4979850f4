/**
 * Checks on the text and the names of source files. Every checker takes files as data and returns
 * what is wrong with them, so that a bad sample can be a string; tests/tidy.test.ts runs them all
 * over the real tree.
 */

/** One file: its path from the root of the repository, with forward slashes, and its content. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One thing wrong, and what to do instead. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** As a compiler says it, so that an editor can jump there. */
export function formatProblem(problem: Problem): string {
  return `${problem.path}:${problem.line}: ${problem.message}`;
}

export const FILE_LINES_MAX = 300;
export const COLUMNS_MAX = 100;

/** Files that are long because they are a table of data. Each needs its reason. */
export const DATA_TABLES: ReadonlyMap<string, string> = new Map([]);

export function checkFileLength(file: SourceFile): Problem[] {
  if (DATA_TABLES.has(file.path)) return [];
  const lines = file.text.trimEnd().split('\n').length;
  if (lines <= FILE_LINES_MAX) return [];
  const message =
    `${lines} lines are more than ${FILE_LINES_MAX} (aim at 250): ` +
    'move one subject to a file of its own';
  return [{ path: file.path, line: FILE_LINES_MAX + 1, message }];
}

/** A long literal or address may run over the edge; code may not. */
export function checkColumns(file: SourceFile): Problem[] {
  return file.text.split('\n').flatMap((text, index) => {
    const columns = Array.from(text).length;
    if (columns <= COLUMNS_MAX || columnsOfCode(text) <= COLUMNS_MAX) return [];
    const message = `${columns} columns are more than ${COLUMNS_MAX}: break the line`;
    return [{ path: file.path, line: index + 1, message }];
  });
}

/** A literal cannot be broken; where one stands on a line of its own, nothing more can be done. */
function columnsOfCode(line: string): number {
  if (/^\s*\/(?![/*]).*\/[a-z]*[,;]?$|^const [A-Z_]+ = \/.*\/[a-z]*;$/.test(line)) return 0;
  const literal = /(['"`])(?:\\.|(?!\1).)*(?:\1|$)|https?:\/\/\S+|(?<=[(=,:]\s*)\/(?:\\.|[^/])+\//g;
  return Array.from(line.replace(literal, '')).length;
}

const FILE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|d))?\.[a-z0-9]+$/;
const FOLDER_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MIGRATION_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;
const VAGUE_WORDS: ReadonlySet<string> = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'common',
]);

/** Names are kebab-case and say what is inside. */
export function checkName(file: SourceFile): Problem[] {
  const parts = file.path.split('/');
  const name = parts.pop() ?? '';
  const problems: string[] = [];
  const pattern = parts[0] === 'migrations' ? MIGRATION_NAME : FILE_NAME;
  if (!pattern.test(name)) {
    problems.push(
      parts[0] === 'migrations'
        ? `name the migration like 0001_first_day.sql instead of "${name}"`
        : `use a kebab-case name instead of "${name}"`,
    );
  }
  for (const folder of parts.filter((part) => !FOLDER_NAME.test(part))) {
    problems.push(`use a kebab-case name instead of the folder "${folder}"`);
  }
  const words = [...parts, name].flatMap((part) => part.split(/[-.]/));
  for (const word of words.filter((each) => VAGUE_WORDS.has(each))) {
    problems.push(`"${word}" says nothing: name the file after the one thing it does`);
  }
  return problems.map((message) => ({ path: file.path, line: 1, message }));
}
