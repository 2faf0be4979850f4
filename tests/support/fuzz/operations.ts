import { readFile } from '../source-tree.js';

/** A JSON Schema as openapi.json has it; only what is asked of it is named. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Media {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, unknown>>;
}

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Operation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Null where nothing is sent. */
  readonly body: Schema | null;
  readonly responses: Readonly<Record<string, Response>>;
}

interface Described extends Pick<Operation, 'operationId' | 'responses'> {
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses?: Readonly<Record<string, Response>>;
  };
}

export const DOCUMENT = JSON.parse(readFile('openapi/openapi.json').text) as Document;

/** Clients of other services are answered as those answer, which tests/compat looks at. */
const isNative = ({ security }: Described): boolean =>
  security === undefined || security.some((scheme) => 'key' in scheme);

/** Every operation of our own API that openapi.json describes. */
export const OPERATIONS: readonly Operation[] = Object.entries(DOCUMENT.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods)
      .filter(([, described]) => isNative(described))
      .map(([method, described]) => ({
        operationId: described.operationId,
        responses: described.responses,
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: described.parameters ?? [],
        body: described.requestBody?.content['application/json']?.schema ?? null,
      })),
);

/** The schema itself, where another only refers to it. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = DOCUMENT.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (found === undefined) throw new Error(`${schema.$ref} is not in openapi.json`);
  return found;
}

/** The answer that an operation declares for a status, and where it stands; null for none. */
export function declaredResponse(
  { path, method, responses }: Operation,
  status: number,
): { readonly place: readonly string[]; readonly content: Response['content'] } | null {
  const own = responses[String(status)];
  if (own === undefined) return null;
  const shared = own.$ref?.replace('#/components/responses/', '');
  return shared === undefined
    ? {
        place: ['paths', path, method.toLowerCase(), 'responses', String(status)],
        content: own.content,
      }
    : {
        place: ['components', 'responses', shared],
        content: DOCUMENT.components.responses?.[shared]?.content,
      };
}
