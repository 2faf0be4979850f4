import { describe, expect, it } from 'vitest';

import { charactersIn } from '../../src/domain/characters.js';

describe('The length of a text', () => {
  it.each([
    ['', 0],
    ['café', 4],
    ['e\u0301', 2],
    ['💩', 1],
    ['a💩b𠀀', 4],
    ['\ud83d', 1],
  ])('of %j is %i', (text, characters) => {
    expect(charactersIn(text)).toBe(characters);
  });
});
