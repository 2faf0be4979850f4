import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SPELLINGS, spellingsOf } from '../../../src/moderation/publisher/spellings.js';

const spelt = (term: string) =>
  Object.fromEntries(spellingsOf(term).map(({ name, text }) => [name, text]));

describe('The spellings of a term', () => {
  it('are one for each way of hiding a word', () => {
    expect(spelt('Casino')).toEqual({
      plain: 'casino',
      capitals: 'CASINO',
      plural: 'casinos',
      leet_digits: 'c451n0',
      leet_signs: 'c@$!no',
      doubled: 'cassino',
      stretched: 'caaaaasino',
      spaced: 'c a s i n o',
      dotted: 'c.a.s.i.n.o',
      split_by_space: 'cas ino',
      split_by_sign: 'cas-ino',
      zero_width: 'cas\u200bino',
      accents: 'çášïñô',
      stacked_marks: [...'casino'].map((letter) => `${letter}\u0336\u0301`).join(''),
      cyrillic: 'саѕіnо',
      greek: 'cαsιηο',
      fullwidth: 'ｃａｓｉｎｏ',
      mathematical: '𝐜𝐚𝐬𝐢𝐧𝐨',
      circled: 'ⓒⓐⓢⓘⓝⓞ',
      turned: 'ouᴉsɐɔ',
      censored: 'c*sino',
      backwards: 'onisac',
      letters_swapped: 'caisno',
      letter_dropped: 'csino',
      inside_a_word: 'precasinoable',
    });
  });

  it('leave out what does not change the term, and nothing twice', () => {
    expect(Object.keys(spelt('賭場'))).not.toContain('cyrillic');
    expect(Object.keys(spelt('12'))).not.toContain('capitals');
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), (term) => {
        const texts = spellingsOf(term).map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.length).toBeLessThanOrEqual(SPELLINGS.length);
      }),
    );
  });

  it('change each word of a phrase by itself, and keep a word without vowels whole', () => {
    expect(spelt('blue pill')).toMatchObject({ spaced: 'b l u e p i l l', censored: 'bl*e p*ll' });
    expect(spelt('xyz')['censored']).toBe('x*z');
    expect(spelt('hmpf')['letter_dropped']).toBe('hpf');
  });

  it('write an asterisk as a letter', () => {
    expect(spelt('c*sino')['plain']).toBe('casino');
  });
});
