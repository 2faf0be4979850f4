import { LATIN_VARIANTS, LOOK_ALIKES } from './look-alikes.js';

/** By code point, the Latin letter that a character is a form of. */
export const LATIN_OF = inverted(LATIN_VARIANTS);

/** By code point, the Latin letter that a letter of another script looks like. */
export const LOOK_ALIKE_OF = inverted(LOOK_ALIKES);

function inverted(table: Readonly<Record<string, string>>): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(table).flatMap(([latin, variants]) =>
      [...variants].map((variant): [number, string] => [variant.codePointAt(0) as number, latin]),
    ),
  );
}
