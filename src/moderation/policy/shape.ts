import { Ajv, type ErrorObject } from 'ajv';

import type { FieldError } from '../../domain/errors.js';
import { whenNeeded } from '../../domain/when-needed.js';
import { POLICY_ERRORS_MAX } from '../../limits.js';
import { nearest } from './nearest.js';
import { pointerTo } from './pointer.js';
import { PolicyInput } from './schema.js';

/** Of all schemas the one that takes longest to compile. */
const validator = whenNeeded(() =>
  new Ajv({
    allErrors: true,
    verbose: true,
    useDefaults: false,
    coerceTypes: false,
    // A term is a text or an object.
    allowUnionTypes: true,
  }).compile(PolicyInput),
);

/** Every place where a value has not the shape of a policy, with a sentence for the publisher. */
export function shapeErrors(input: unknown): readonly FieldError[] {
  const validate = validator();
  validate(input);
  return (validate.errors ?? []).slice(0, POLICY_ERRORS_MAX).map(fieldError);
}

/** What the validator found, in our words; where we have none, in its own. */
export function fieldError(error: ErrorObject): FieldError {
  const { keyword, instancePath, params } = error;
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return { pointer: `${instancePath}${pointerTo(name)}`, detail: unknownMember(error, name) };
  }
  return { pointer: instancePath, detail: sentence(error) };
}

function sentence({ keyword, params, message, data }: ErrorObject): string {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'type':
      return `This must be ${TYPE_NAMES[String(params['type'])] ?? String(params['type'])}.`;
    case 'enum': {
      const allowed = params['allowedValues'] as readonly string[];
      const values = allowed.map(quoted);
      const hint = typeof data === 'string' ? didYouMean(data, allowed) : '';
      return `This must be one of ${values.join(', ')}.${hint}`;
    }
    case 'minimum':
      return `This must be ${limit} or more.`;
    case 'maximum':
      return `This must be ${limit} or less.`;
    case 'minLength':
      return 'This must not be empty.';
    case 'maxLength':
      return `This must have no more than ${limit} characters.`;
    case 'maxItems':
    case 'maxProperties':
      return `This must have no more than ${limit} entries.`;
    case 'minItems':
      return 'This must have an entry, or be left out.';
    case 'required':
      return `This must have the member "${String(params['missingProperty'])}".`;
    case 'pattern':
      return 'This is not written as it must be; the schema shows how.';
    default:
      return `This ${message ?? 'cannot be used'}.`;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  'string,object': 'a text or an object',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  'number,null': 'a number or null',
};

const NOUNS: Readonly<Record<string, string>> = { rules: 'rule', standards: 'standard' };

function unknownMember({ instancePath, parentSchema }: ErrorObject, name: string): string {
  const { properties } = parentSchema as { properties?: object };
  if (properties === undefined) return 'A section has a name of 1 to 100 characters.';
  const known = Object.keys(properties);
  const what = NOUNS[instancePath.slice(instancePath.lastIndexOf('/') + 1)] ?? 'member';
  const hint = didYouMean(name, known) || ` Known here: ${known.join(', ')}.`;
  return `There is no ${what} ${quoted(name)}.${hint}`;
}

function didYouMean(name: string, known: readonly string[]): string {
  const match = nearest(name, known);
  return match === null ? '' : ` Did you mean ${quoted(match)}?`;
}

/** A name that somebody sent is shown, but not at any length. */
const quoted = (name: string): string => `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`;
