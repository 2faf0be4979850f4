import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

import { type FieldError, GatepostError } from '../domain/errors.js';
import { whenNeeded } from '../domain/when-needed.js';
import { badTextIn } from './bad-text.js';

/** A caller corrects a few mistakes at a time; a body of nonsense has no end of them. */
const ERRORS_MAX = 20;

const STRICT: Options = { allErrors: true, coerceTypes: false, removeAdditional: false };
/** Everything in an address or a header is text at first. */
const COERCED: Options = { ...STRICT, coerceTypes: 'array', useDefaults: true };

type Checked = { readonly error: GatepostError } | { readonly value: unknown };

/**
 * Compiles the schemas of routes: bodies exactly as they are declared, path, query and headers with
 * their types read from text. Nothing that was sent is dropped or changed on the way. A schema is
 * compiled when something is checked by it first: all of them took a quarter of a start.
 */
export function validatorCompiler(shared: readonly TSchema[]): FastifySchemaCompiler<unknown> {
  const strict = whenNeeded(() => ajvWith(STRICT));
  const coerced = whenNeeded(() => ajvWith(COERCED));
  const byName = new Map(shared.map((schema) => [schema.$id ?? '', schema]));
  return ({ schema, httpPart = 'body' }) => {
    const made = httpPart === 'body' ? strict : coerced;
    const validator = whenNeeded(() => {
      const ajv = made();
      addReferred(ajv, schema, byName);
      return ajv.compile(closed(schema as TSchema, httpPart));
    });
    return (data: unknown) => checked(validator(), httpPart, data);
  };
}

/** For a body that an operation checks itself: only whether its texts can be stored. */
export const textValidatorCompiler: FastifySchemaCompiler<unknown> =
  ({ httpPart = 'body' }) =>
  (data: unknown): Checked =>
    refusedText(httpPart, data) ?? { value: data };

/**
 * For a body one member of which an operation checks itself: all but that member is checked.
 * `shared` are schemas that the others refer to.
 */
export function compilerWithout(
  member: string,
  shared: readonly TSchema[] = [],
): FastifySchemaCompiler<unknown> {
  const compile = validatorCompiler(shared);
  return ({ schema, ...route }) => {
    const { properties } = schema as TSchema;
    const known = properties as Record<string, TSchema> | undefined;
    const open = known?.[member] === undefined ? known : { ...known, [member]: {} };
    return compile({ ...route, schema: { ...(schema as TSchema), properties: open ?? {} } });
  };
}

/** Our own schemas are compiled as they are: to check them first took most of their time. */
function ajvWith(options: Options): Ajv {
  const ajv = new Ajv({ ...options, strict: false, validateFormats: true, validateSchema: false });
  addFormats.default(ajv, ['date-time']);
  return ajv;
}

/** The shared schemas that one refers to, and that these refer to in turn. */
function addReferred(ajv: Ajv, schema: unknown, byName: ReadonlyMap<string, TSchema>): void {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"\$ref":"([^"#]+)#"/gu)) {
    const referred = byName.get(name);
    if (referred === undefined || ajv.schemas[name] !== undefined) continue;
    ajv.addSchema(referred);
    addReferred(ajv, referred, byName);
  }
}

/** A parameter that no route knows is a mistake that would otherwise go unseen. */
function closed(schema: TSchema, httpPart: string): object {
  return httpPart === 'querystring' ? { ...schema, additionalProperties: false } : schema;
}

function checked(validate: ValidateFunction, httpPart: string, data: unknown): Checked {
  const refused = refusedText(httpPart, data);
  if (refused !== null) return refused;
  if (validate(data)) return { value: data };
  const errors = fieldErrors(validate.errors ?? []);
  const what = errors.length === 1 ? 'One member' : `${errors.length} members`;
  const place = PLACES[httpPart] ?? httpPart;
  const verb = errors.length === 1 ? 'is' : 'are';
  const detail = `${what} of ${place} ${verb} wrong.`;
  return { error: new GatepostError('invalid_request', detail, { errors }) };
}

const PLACES: Readonly<Record<string, string>> = {
  body: 'the body',
  querystring: 'the query',
  params: 'the path',
  headers: 'the headers',
};

function refusedText(httpPart: string, data: unknown): { error: GatepostError } | null {
  if (httpPart === 'headers') return null;
  const bad = badTextIn(data);
  if (bad === null) return null;
  const detail = `The text at ${bad.pointer || 'the top'} ${bad.detail}.`;
  return { error: new GatepostError('invalid_text', detail, { errors: [bad] }) };
}

/** What Ajv says as well, when it has said what is wrong. */
const FOLLOWING: ReadonlySet<string> = new Set(['anyOf', 'propertyNames']);

/** One error for each place, in words; what follows from another is left out. */
function fieldErrors(found: readonly ErrorObject[]): readonly FieldError[] {
  const errors = new Map<string, string[]>();
  const own = found.filter(({ keyword }) => !FOLLOWING.has(keyword));
  for (const error of own) {
    const pointer = pointerOf(error);
    const detail = detailOf(error);
    const known = errors.get(pointer) ?? [];
    if (!known.includes(detail)) errors.set(pointer, [...known, detail]);
  }
  return [...errors]
    .filter(([pointer, details]) => !isOtherHalf(pointer, details, errors))
    .slice(0, ERRORS_MAX)
    .map(([pointer, details]) => ({ pointer, detail: inWords(details) }));
}

/**
 * Of a list or an object that may be null as well: when something in it is wrong, it "must be null"
 * is no help.
 */
function isOtherHalf(
  pointer: string,
  details: readonly string[],
  errors: ReadonlyMap<string, unknown>,
): boolean {
  if (details.some((detail) => detail !== MUST_BE_NULL)) return false;
  return [...errors.keys()].some((other) => other.startsWith(`${pointer}/`));
}

/** What Ajv says of the half of a schema that takes null alone. */
const MUST_BE_NULL = 'must be null';

/** Of a member that may be null, "must be null" says nothing when it has another mistake. */
function inWords(details: readonly string[]): string {
  const telling = details.filter((detail) => detail !== MUST_BE_NULL);
  const types = telling.length > 0 && telling.every((detail) => detail.startsWith('must be '));
  return types && telling.length < details.length
    ? `${telling.join(', ')} or null`
    : (telling.length > 0 ? telling : details).join(', ');
}

function pointerOf({ instancePath, keyword, params, propertyName }: ErrorObject): string {
  const missing: unknown = params['missingProperty'];
  const surplus: unknown = params['additionalProperty'];
  const member = propertyName ?? (keyword === 'required' ? missing : surplus);
  if (typeof member !== 'string') return instancePath;
  return `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function detailOf({ propertyName, ...error }: ErrorObject): string {
  return propertyName === undefined ? detailOfValue(error) : `its name ${detailOfValue(error)}`;
}

function detailOfValue({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') return 'is not known here';
  if (keyword === 'enum') {
    const values = params['allowedValues'] as readonly string[];
    return `must be one of ${values.join(', ')}`;
  }
  if (keyword === 'format') return 'must be a time as RFC 3339 has it: 2026-11-23T09:30:00Z';
  return message ?? 'is wrong';
}
