import ts from 'typescript';

import type { Problem, SourceFile } from './tidy.js';

export const FUNCTION_LINES_MAX = 70;
export const PARAMETERS_MAX = 3;

/** An expression that must not stand outside certain paths, and what to write instead. */
interface Ban {
  readonly expression: RegExp;
  readonly allowed: RegExp;
  readonly instead: string;
}

const NOWHERE = /^$/;
/**
 * Where the collaborators are made, so where the real clock and the real chance come from; and the
 * console, which runs in a browser.
 */
const COMPOSITION = /^src\/(main\.ts|app\.ts|commands\/.*|console\/.*)$/;

const BANS: readonly Ban[] = [
  {
    expression: /^(Date\.now|new Date\(\)|Date\(\))$/,
    allowed: COMPOSITION,
    instead: 'deps.clock',
  },
  {
    expression: /^(performance\.now|process\.hrtime(\.bigint)?)$/,
    allowed: COMPOSITION,
    instead: 'deps.stopwatch',
  },
  { expression: /^Math\.random$/, allowed: NOWHERE, instead: 'deps.newId or deps.randomBytes' },
  {
    expression: /^(crypto\.|import )(randomUUID|randomBytes|randomInt|getRandomValues)$/,
    allowed: COMPOSITION,
    instead: 'deps.newId or deps.randomBytes',
  },
  {
    expression: /^console\.\w+$/,
    allowed: NOWHERE,
    instead: 'deps.log, or in a command the output it was given',
  },
  {
    expression: /^process\.env$/,
    allowed: /^src\/(main|config)\.ts$/,
    instead: 'a setting in config.ts',
  },
  {
    expression: /^process\.exit$/,
    allowed: /^src\/main\.ts$/,
    instead: 'a thrown error or a returned exit code, on which main.ts ends',
  },
  {
    expression: /^process\.(stdout|stderr)$/,
    allowed: COMPOSITION,
    instead: 'deps.log, or in a command the output it was given',
  },
  {
    expression: /^fetch\(\)$/,
    allowed: /^src\/(signals|webhooks|commands)\//,
    instead: 'an adapter in signals/ or webhooks/',
  },
];

/** Calls that would make the service depend on more than its arguments. */
export function checkCalls(file: SourceFile): Problem[] {
  return inspect(file, (node) => {
    const name = nameOf(node);
    const ban = name === null ? undefined : BANS.find((each) => each.expression.test(name));
    if (!ban || ban.allowed.test(file.path)) return null;
    return `use ${ban.instead} instead of ${name ?? ''}`;
  });
}

/** How an expression reads without its arguments: `Date.now`, `new Date()`, `import x`. */
function nameOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.getText();
  if (ts.isNewExpression(node) && !node.arguments?.length) {
    return `new ${node.expression.getText()}()`;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}()`;
  }
  if (ts.isImportSpecifier(node)) return `import ${(node.propertyName ?? node.name).text}`;
  return null;
}

/** Transactions start in operations; the store is where they are made. */
export function checkTransactions(file: SourceFile): Problem[] {
  if (/^src\/(operations|store)\//.test(file.path)) return [];
  return inspect(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
    if (node.expression.name.text !== 'transaction') return null;
    return 'only operations start transactions: call an operation instead of .transaction()';
  });
}

/** The pure parts answer at once: what takes time was gathered before. */
export function checkSynchronous(file: SourceFile): Problem[] {
  if (!/^src\/(domain|text|moderation)\//.test(file.path)) return [];
  return inspect(file, (node) =>
    node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)
      ? 'this part is synchronous: await in the operation and pass in what was found'
      : null,
  );
}

/** A route reads, calls one operation and sends. */
export function checkRoutes(file: SourceFile): Problem[] {
  if (!file.path.startsWith('src/http/routes/')) return [];
  return inspect(file, (node) =>
    ts.isIfStatement(node) || ts.isSwitchStatement(node)
      ? 'a route does not decide: move the choice to the operation or to its schema'
      : null,
  );
}

/** State lives in the store and in closures; a class is for an error that can be caught by name. */
export function checkClasses(file: SourceFile): Problem[] {
  return inspect(file, (node) => {
    if (!ts.isClassLike(node)) return null;
    const [parent] = node.heritageClauses ?? [];
    if (parent?.token === ts.SyntaxKind.ExtendsKeyword && /Error\b/.test(parent.getText())) {
      return null;
    }
    return 'classes are for errors: use a function that returns an object of functions';
  });
}

/** Each thing is imported from the file that declares it. */
export function checkBarrels(file: SourceFile): Problem[] {
  return inspect(file, (node) =>
    ts.isExportDeclaration(node) && node.moduleSpecifier
      ? 'no barrels: import from the file that declares it instead of exporting it again'
      : null,
  );
}

/** Functions that can be read at one sight. */
export function checkFunctionSizes(file: SourceFile): Problem[] {
  return inspect(file, (node, lines) => {
    if (!ts.isFunctionLike(node)) return null;
    const length = lines(node);
    if ('body' in node && node.body && length > FUNCTION_LINES_MAX) {
      return `${length} lines of a function are more than ${FUNCTION_LINES_MAX}: name a step of it`;
    }
    const count = node.parameters.filter((each) => each.name.getText() !== 'this').length;
    if (count <= PARAMETERS_MAX) return null;
    return `${count} parameters are more than ${PARAMETERS_MAX}: gather them in an object`;
  });
}

/** Every test runs, and none is a promise. */
export function checkTests(file: SourceFile): Problem[] {
  return inspect(file, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return null;
    const text = node.getText();
    if (/^(it|test|describe|suite)\b.*\.(skip|only|todo|fails)$/s.test(text)) {
      return `every test runs: use skipIf with a condition instead of ${text}`;
    }
    return /^(vi|vitest)\.(mock|doMock)$/.test(text)
      ? `use the real thing over an in-memory store instead of ${text}`
      : null;
  });
}

type Inspection = (node: ts.Node, lines: (node: ts.Node) => number) => string | null;

function inspect(file: SourceFile, inspection: Inspection): Problem[] {
  const source = parse(file);
  const lineAt = (position: number): number =>
    source.getLineAndCharacterOfPosition(position).line + 1;
  const lines = (node: ts.Node): number => lineAt(node.end) - lineAt(node.getStart()) + 1;
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    const message = inspection(node, lines);
    const line = lineAt(node.getStart());
    if (message !== null) problems.push({ path: file.path, line, message });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

const PARSED = new WeakMap<SourceFile, ts.SourceFile>();

function parse(file: SourceFile): ts.SourceFile {
  const known = PARSED.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true);
  PARSED.set(file, source);
  return source;
}
