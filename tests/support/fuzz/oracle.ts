import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { ERRORS } from '../../../src/domain/errors.js';
import { declaredResponse, DOCUMENT, type Operation } from './operations.js';

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const ajv = new Ajv({ strict: false, allErrors: false });
addFormats.default(ajv, ['date', 'date-time']);
ajv.addSchema({ $id: 'api', ...DOCUMENT });
const compiled = new Map<string, ValidateFunction>();

/** What an answer breaks of what openapi.json promises; null where it keeps to it. */
export function broken(operation: Operation, answered: Answered): string | null {
  const { status } = answered;
  if (status >= 500) return 'a fault of the service';
  const media = mediaType(answered.type);
  const response = declaredResponse(operation, status);
  if (response === null) return `the status ${status} is not declared`;
  if (response.content === undefined) return null;
  const declared = response.content[media];
  if (declared === undefined) return `the media type ${media} is not declared for ${status}`;
  if (media === 'text/event-stream') return null;
  const body: unknown = JSON.parse(answered.body);
  const wrong = unlike([...response.place, 'content', media, 'schema'], body);
  if (wrong !== null) return wrong;
  if (status < 400) return null;
  const { code } = body as { code: string };
  return Object.keys(declared.examples ?? {}).includes(code)
    ? null
    : `the code ${code} is not declared for ${status}`;
}

/** What is wrong with a refusal of what is no operation at all. */
export function brokenRefusal({ status, type, body }: Answered): string | null {
  if (status >= 500) return 'a fault of the service';
  if (status < 400) return `${status} for what is no operation`;
  if (mediaType(type) !== 'application/problem+json') return `a refusal as ${type}`;
  const { code } = JSON.parse(body) as { code: string };
  return code in ERRORS ? null : `the code ${code} is not in the catalogue`;
}

export function mediaType(type: string): string {
  return type.split(';')[0]?.trim() ?? '';
}

function unlike(place: readonly string[], body: unknown): string | null {
  const pointer = place.map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  const reference = `api#/${pointer.join('/')}`;
  const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
  compiled.set(reference, validate);
  if (validate(body)) return null;
  const { instancePath = '', message = '', params } = validate.errors?.[0] ?? {};
  return `the body at ${instancePath} ${message} ${JSON.stringify(params)}`;
}
