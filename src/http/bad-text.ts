import type { FieldError } from '../domain/errors.js';

/** A JSON text can be nested deeper than a recursive function can go. */
const DEPTH_MAX = 64;

/**
 * The first text in a JSON value, names of members included, that cannot be stored as it is: with
 * a NUL, which PostgreSQL refuses, or half a surrogate pair, which is no character. Null for none.
 */
export function badTextIn(value: unknown, pointer = '', depth = 0): FieldError | null {
  if (typeof value === 'string') return badText(value, pointer);
  if (typeof value !== 'object' || value === null) return null;
  if (depth === DEPTH_MAX) return { pointer, detail: `is nested deeper than ${DEPTH_MAX} levels` };
  for (const [name, member] of Object.entries(value)) {
    const path = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const bad = badText(name, pointer) ?? badTextIn(member, path, depth + 1);
    if (bad !== null) return bad;
  }
  return null;
}

function badText(text: string, pointer: string): FieldError | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { pointer, detail: `holds a NUL character at offset ${nul}` };
  const at = /\p{Surrogate}/u.exec(text)?.index;
  if (at === undefined) return null;
  return { pointer, detail: `holds an unpaired surrogate at offset ${at}` };
}
