/** Numbers from 0 to below 1, the same for the same seed: mulberry32. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of so many, of whom the first are met far more often than the last, as words and people. */
export function uneven(chance: () => number, of: number): number {
  return Math.floor(of * chance() ** 3);
}

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** So many characters by chance, out of the first `of` symbols. */
export function symbols(chance: () => number, length: number, of: number = SYMBOLS.length): string {
  let written = '';
  for (let at = 0; at < length; at += 1) written += SYMBOLS.charAt(Math.floor(of * chance()));
  return written;
}
