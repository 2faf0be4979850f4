import ts from 'typescript';

import type { Problem, SourceFile } from './tidy.js';

/** What a part of src may import. `types` are parts of which it may import types alone. */
interface Part {
  readonly uses: readonly string[];
  readonly types?: readonly string[];
  readonly why: string;
}

const EVERYTHING = ['*'];

/** What the console may know of the service. */
const API_TYPES = 'openapi/types.js';

/** Imports run one way (DESIGN.md, section 3). A part may always import from itself. */
const PARTS: Readonly<Record<string, Part>> = {
  domain: { uses: [], why: 'the domain imports nothing of ours' },
  limits: { uses: [], why: 'limits are plain numbers' },
  'package-root': { uses: [], why: 'it says where the package is, and no more' },
  text: { uses: ['domain', 'limits'], why: 'the text toolkit knows only the domain' },
  classifier: { uses: ['text', 'limits'], why: 'the classifier knows only text' },
  moderation: {
    uses: ['domain', 'text', 'limits'],
    types: ['classifier'],
    why: 'the engine is pure; what it needs to know comes in as facts',
  },
  formats: { uses: ['domain', 'limits'], why: 'a reader of files knows only what it reads' },
  store: {
    uses: ['domain', 'limits', 'package-root'],
    why: 'the store keeps nouns and knows no use case',
  },
  signals: { uses: ['domain', 'limits'], why: 'a signal is a score, and knows no use case' },
  webhooks: { uses: ['domain', 'limits'], why: 'a delivery knows no use case' },
  deps: { uses: [], types: EVERYTHING, why: 'deps.ts describes the collaborators, it makes none' },
  operations: {
    uses: ['domain', 'text', 'limits', 'classifier', 'moderation'],
    types: ['deps', 'store', 'signals', 'webhooks'],
    why: 'an operation is given its collaborators through deps',
  },
  http: {
    uses: ['operations', 'domain', 'limits', 'deps', 'package-root'],
    why: 'a route calls an operation and leaves the rest to it',
  },
  compat: {
    uses: ['operations', 'domain', 'limits', 'deps'],
    types: ['http'],
    why: 'a wire front calls an operation and leaves the rest to it',
  },
  console: { uses: [], why: 'the console knows the API alone, as openapi.json describes it' },
  config: { uses: ['domain', 'limits'], why: 'settings are read before anything is made' },
  app: { uses: EVERYTHING, why: '' },
  main: { uses: EVERYTHING, why: '' },
  commands: { uses: EVERYTHING, why: '' },
};

/** Packages and Node modules that belong to certain parts alone. */
const RESERVED: readonly {
  readonly module: RegExp;
  readonly parts: readonly string[];
  readonly instead: string;
}[] = [
  {
    module: /^(kysely|better-sqlite3|pg)(\/|$)/,
    parts: ['store'],
    instead: 'only store/ knows SQL: add a function to the store',
  },
  {
    module: /^(fastify|fastify-plugin|@fastify\/.+)$/,
    parts: ['http', 'compat', 'app'],
    instead: 'HTTP stays in http/, compat/ and app.ts: take plain values instead of a request',
  },
  {
    module: /^(node:)?(fs|fs\/promises|net|tls|http|https|http2|dns|dgram|child_process|sqlite)$/,
    parts: ['store', 'signals', 'webhooks', 'http', 'compat', 'config', 'app', 'main', 'commands'],
    instead: 'no I/O here: take what was read as an argument',
  },
];

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** The part of src that a path belongs to: its folder, or the name of a file at the top. */
export function partOf(path: string): string {
  const rest = path.replace(/^src\//, '');
  return rest.includes('/') ? (rest.split('/')[0] ?? '') : rest.replace(/\.ts$/, '');
}

/** That imports of a file in src run one way and that packages stay where they belong. */
export function checkImports(file: SourceFile): Problem[] {
  const part = partOf(file.path);
  const rules = PARTS[part];
  if (!rules) {
    const message = `"${part}" is no part of src: give it its imports in tests/support/tidy-imports.ts`;
    return [{ path: file.path, line: 1, message }];
  }
  return importsOf(file).flatMap((each) => {
    const message = each.specifier.startsWith('.')
      ? crossing(file, each)
      : trespass(part, each.specifier);
    return message === null ? [] : [{ path: file.path, line: each.line, message }];
  });
}

function crossing(file: SourceFile, { specifier, typeOnly }: Import): string | null {
  const target = new URL(specifier, `file:///${file.path}`).pathname.slice(1);
  if (target === API_TYPES && typeOnly) return null;
  if (!target.startsWith('src/')) return `"${specifier}" leaves src: pass the value in instead`;
  const from = partOf(file.path);
  const to = partOf(target.replace(/\.js$/, '.ts'));
  const rules = PARTS[from];
  if (!rules || from === to) return null;
  const permitted = [...rules.uses, ...(typeOnly ? (rules.types ?? []) : [])];
  if (permitted.includes(to) || permitted.includes('*')) return null;
  if (rules.types?.some((type) => type === to || type === '*')) {
    return `${from} may import types of ${to}, not its code: use \`import type\` (${rules.why})`;
  }
  return `${from} may not import ${to}: ${rules.why}`;
}

function trespass(part: string, specifier: string): string | null {
  const reserved = RESERVED.find(({ module }) => module.test(specifier));
  if (!reserved || reserved.parts.includes(part)) return null;
  return `${part} may not import "${specifier}": ${reserved.instead}`;
}

function importsOf({ path, text }: SourceFile): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ specifier: node.text, typeOnly, line: line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
