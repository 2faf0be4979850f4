import { describe, expect, it } from 'vitest';

import { fingerprint } from '../../src/text/fingerprint.js';
import { foldedName } from '../../src/text/folded-name.js';
import { normalize } from '../../src/text/normalize.js';

const of = (text: string): string => fingerprint(normalize(text));

describe('The fingerprint of a text', () => {
  it.each([
    ['case', 'BUY NOW at the shop'],
    ['spacing', 'buy  now at the\nshop'],
    ['punctuation', 'Buy, now: at the shop!!!'],
    ['look-alikes', 'Buу nоw at the shop'],
    ['invisible characters', 'B\u200buy now at the sh\u2060op'],
  ])('does not change with %s', (_, other) => {
    expect(of(other)).toBe(of('Buy now at the shop'));
  });

  it('changes with a letter', () => {
    expect(of('buy now')).not.toBe(of('buy how'));
  });

  it('tells texts of signs apart', () => {
    expect(of('👍👍')).not.toBe(of('👎👎'));
    expect(of('👍 👍')).toBe(of('👍👍'));
  });

  it('is 32 hexadecimal digits', () => {
    expect(of('')).toMatch(/^[0-9a-f]{32}$/u);
  });
});

describe('A folded name', () => {
  it.each([
    ['J0hn_Dоe', 'john doe'],
    ['  John   Doe ', 'john doe'],
    ['Ｊｏｈｎ Döe', 'john doe'],
    ['!!!', ''],
  ])('of %s is "%s"', (name, folded) => {
    expect(foldedName(name)).toBe(folded);
  });
});
