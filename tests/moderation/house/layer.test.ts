import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LearntTerm } from '../../../src/domain/site-model.js';
import { SHIFT_MAX } from '../../../src/moderation/house/fit.js';
import { houseLayer } from '../../../src/moderation/house/layer.js';
import { readHouseText } from '../../../src/moderation/house/lesson.js';
import { readText } from '../../../src/moderation/read-text.js';
import { keyOf } from '../../../src/text/words.js';

const termOf = (term: string, weight: number): LearntTerm => ({
  term,
  weight,
  rejected: 14,
  decided: 15,
});
const layerOf = (terms: readonly LearntTerm[], scale = { slope: 1, offset: 0 }) =>
  houseLayer({ version: 3, ...scale, terms });
const logit = (p: number): number => Math.log(p / (1 - p));
const read = (body: string) => readText(body, null);

describe('A layer', () => {
  it.each([
    ['a word of it', 'Ask the Herald.', 1],
    ['two words in a row', 'It was in the Morning Herald.', 3],
    ['the words the other way round', 'The herald of the morning', 1],
    ['a word twice, once', 'Herald, herald, herald', 1],
    ['a word in disguise', 'Ask the HERΑLD', 1],
    ['neither', 'Ask the council.', 0],
    ['nothing at all', '', 0],
  ])('adds to the logit what it learnt of %s', (_, body, shift) => {
    const layer = layerOf([termOf('herald', 1), termOf('morning herald', 2)]);
    expect(logit(layer.score(read(body), 0.2))).toBeCloseTo(logit(0.2) + shift, 2);
  });

  it('takes a text without a score for an ordinary one, and no score for certain', () => {
    const layer = layerOf([]);
    expect(layer.score(read('Ach so.'), undefined)).toBeCloseTo(0.05, 5);
    expect(layer.score(read('So.'), 0)).toBe(0.00001);
    expect(layer.score(read('So.'), 1)).toBe(0.99999);
  });

  it('scores a text that was read before alike', () => {
    const layer = layerOf([termOf('morning herald', 2)], { slope: 0.7, offset: 0.4 });
    const shadow = read('Who reads the Morning Herald?');
    const text = readHouseText(shadow, 0.1, new Map());
    expect(layer.probability(text)).toBeCloseTo(layer.score(shadow, 0.1), 5);
  });

  it('does not take a word for another whose key looks alike', () => {
    const layer = layerOf([termOf('herald', 1)]);
    const alike = Int32Array.from([keyOf('herald') ^ 0x0001_0001]);
    expect(layer.probability({ words: alike, base: 0 })).toBe(0.5);
  });

  it('names what raised the score, weightiest first, where it stands first', () => {
    const terms = [termOf('herald', 1), termOf('morning herald', 2), termOf('paper', -1)];
    const body = 'The paper; the Herald, I mean the Morning  Herald.';
    const found = layerOf(terms).terms(read(body));
    expect(found.map(({ term, start, end }) => [term, body.slice(start, end)])).toEqual([
      ['morning herald', 'Morning  Herald'],
      ['herald', 'Herald'],
    ]);
    expect(found[0]).toMatchObject({ rejected: 14, decided: 15 });
    expect(layerOf(terms).terms(read('The council.'))).toEqual([]);
  });

  it('names ten terms at most', () => {
    const words = Array.from({ length: 20 }, (_, at) => `word${String.fromCharCode(97 + at)}`);
    const layer = layerOf(words.map((word) => termOf(word, 1)));
    expect(layer.terms(read(words.join(' ')))).toHaveLength(10);
  });

  it('never moves a score by more than it may, whatever it learnt', () => {
    const word = fc.constantFrom('a', 'herald', 'morning', 'you', 'fool', 'bicycle');
    const term = fc.oneof(word, fc.tuple(word, word).map((two) => two.join(' ')));
    const terms = fc.uniqueArray(
      fc.tuple(term, fc.double({ min: -100, max: 100, noNaN: true })),
      { selector: ([text]) => text, maxLength: 30 },
    );
    const bodies = fc.array(word, { maxLength: 400 }).map((words) => words.join(' '));
    const score = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(terms, bodies, score, (learnt, body, toxicity) => {
        const layer = layerOf(learnt.map(([text, weight]) => termOf(text, weight)));
        const given = layer.score(read(body), toxicity);
        expect(given).toBeGreaterThanOrEqual(0);
        expect(given).toBeLessThanOrEqual(1);
        const text = readHouseText(read(body), toxicity, new Map());
        const moved = logit(layer.probability(text)) - logit(toxicity);
        expect(Math.abs(moved)).toBeLessThanOrEqual(SHIFT_MAX + 0.001);
      }),
    );
  });

  it('finds again every word that a text can have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (body) => {
        const shadow = read(body);
        const names = new Map<number, string>();
        readHouseText(shadow, 0.5, names);
        const layer = layerOf([...names.values()].map((name) => termOf(name, 0.1)));
        const found = layer.terms(shadow).map(({ term }) => term);
        expect(new Set(found).size).toBe(Math.min(names.size, 10));
      }),
    );
  });
});
