import type { FieldError } from '../domain/errors.js';

/** A JSON text can be nested deeper than a recursive function can go. */
const DEPTH_MAX = 64;
/** Without the other half of its pair: with it, it is a character. */
const SURROGATE = /\p{Surrogate}/u;

/**
 * The first text in a JSON value, names of members included, that cannot be stored as it is: with
 * a NUL, which PostgreSQL refuses, or half a surrogate pair, which is no character. Null for none.
 */
export function badTextIn(value: unknown): FieldError | null {
  return isSound(value, 0) ? null : firstBad(value, '', 0);
}

/** Whether all of it can be stored. Asked of every body, so no pointers are made on the way. */
function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isSoundText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEPTH_MAX) return false;
  if (Array.isArray(value)) return value.every((member) => isSound(member, depth + 1));
  for (const name of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (!isSoundText(name) || !isSound(member, depth + 1)) return false;
  }
  return true;
}

const isSoundText = (text: string): boolean => !text.includes('\0') && !SURROGATE.test(text);

function firstBad(value: unknown, pointer: string, depth: number): FieldError | null {
  if (typeof value === 'string') return badText(value, pointer);
  if (typeof value !== 'object' || value === null) return null;
  if (depth === DEPTH_MAX) return { pointer, detail: `is nested deeper than ${DEPTH_MAX} levels` };
  for (const [name, member] of Object.entries(value)) {
    const path = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const bad = badText(name, pointer) ?? firstBad(member, path, depth + 1);
    if (bad !== null) return bad;
  }
  return null;
}

function badText(text: string, pointer: string): FieldError | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { pointer, detail: `holds a NUL character at offset ${nul}` };
  const at = SURROGATE.exec(text)?.index;
  if (at === undefined) return null;
  return { pointer, detail: `holds an unpaired surrogate at offset ${at}` };
}
