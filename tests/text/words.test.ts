import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keySetOf, mayHold } from '../../src/text/terms/key-set.js';
import { keyOf, keyWith, tableOf, undouble, wordIndexAt, wordsOf } from '../../src/text/words.js';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'aabc 1-.é𝓯'), maxLength: 40 }),
);

describe('The words of a text', () => {
  it('are its stretches of letters, marks and digits', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
          text: word,
          start: index,
          end: index + word.length,
          undoubled: undouble(word),
        }));
        expect(wordsOf(text)).toEqual(expected);
      }),
    );
  });

  it('have the keys of their letters, and those with a doubled letter are listed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { keys, stretched } = tableOf(text);
        const words = wordsOf(text);
        expect(keys).toEqual(words.map((word) => keyOf(word.text)));
        for (const [index, word] of words.entries()) {
          if (word.undoubled !== word.text) expect(stretched).toContain(index);
        }
      }),
    );
  });

  it('are found by any place in them', () => {
    const table = tableOf('one, two');
    const indexes = [0, 2, 3, 5, 7, 8].map((place) => wordIndexAt(table, place));
    expect(indexes).toEqual([0, 0, 1, 1, 1, 2]);
  });
});

describe('The key of a word', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 12 });

  it('does not change when letters are doubled', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(keyOf(word)).toBe(keyOf(undouble(word)));
      }),
    );
  });

  it('goes on where another stretch of letters follows', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const text = `${one}-${other}`;
        const place = { after: one.length, from: one.length + 1, to: text.length };
        expect(keyWith(keyOf(one), text, place)).toBe(keyOf(one + other));
      }),
    );
  });

  it('is never missed in a set that holds it, and most others are', () => {
    const held = Array.from({ length: 2_000 }, (_, at) => keyOf(`held${at}`));
    const others = Array.from({ length: 2_000 }, (_, at) => keyOf(`other${at}`));
    const set = keySetOf(held);
    expect(held.every((key) => mayHold(set, key))).toBe(true);
    expect(others.filter((key) => mayHold(set, key)).length).toBeLessThan(others.length / 4);
  });
});
