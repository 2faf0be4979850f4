import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalize } from '../../src/text/normalize.js';
import { sourceSpan } from '../../src/text/shadow-text.js';
import { wordsOf } from '../../src/text/words.js';

const CODES_AT_ONCE = 0x100;

describe('A text is folded for matching', () => {
  it.each([
    ['compatibility forms', 'ＦＵＣＫ', 'fuck'],
    ['mathematical letters', '𝓯𝓾𝓬𝓴 𝔱𝔥𝔦𝔰', 'fuck this'],
    ['enclosed letters', 'ⓕⓤⓒⓚ', 'fuck'],
    ['marks over Latin letters', 'fùçk naïve', 'fuck naive'],
    ['marks over mathematical letters', '𝓯\u0301𝓾\u0336𝓬\u0301𝓴', 'fuck'],
    ['marks stacked on Latin letters', 'f\u0335\u0336u\u0337c\u0338k', 'fuck'],
    ['invisible characters', 'fu\u200bc\u2060k\u00ad', 'fuck'],
    ['controls of writing direction', '\u202efuck\u202c', 'fuck'],
    ['a byte order mark inside', 'fu\ufeffck', 'fuck'],
    ['a look-alike of another script', 'fսck', 'fuck'],
    ['a word of Cyrillic look-alikes in a Latin text', 'you are an аѕѕ', 'you are an ass'],
    ['the German sharp s', 'Straße', 'strasse'],
    ['quotation marks and dashes', '‘you’ “said” — it', '\'you\' "said" - it'],
    ['digits and signs for letters', 'sh1t a$$ b!tch', 'shit ass bitch'],
    ['separators of lines and paragraphs', 'a\u0085b\u2028c\u2029d', 'a\nb\nc\nd'],
    ['a look-alike of two code units', 'b\u{102a0}d \u{1d6c2}\u{102a0}', 'bad aa'],
    ['white space of any kind', 'a\u00a0b\u2003c', 'a b c'],
  ])('%s', (_, source, folded) => {
    expect(normalize(source).text).toBe(folded);
  });
});

describe('What is no disguise stays as it is', () => {
  it.each([
    ['Russian', 'Это хорошая статья', 'это хорошая статья'],
    ['Greek with its accents folded', 'Καλημέρα', 'καλημερα'],
    ['Hindi with its vowel signs', 'नमस्ते', 'नमस्ते'],
    ['Thai with its tone marks', 'ไม่ใช่', 'ไม่ใช่'],
    ['Chinese', '你好世界', '你好世界'],
    ['a dot below in Hindi, written in one character or two', '\u0958', '\u0915'],
    ['a voiced sound in half-width kana', '\uff76\uff9e', '\u30ab\u3099'],
    ['a whole sentence in one character', '\ufdfa', '\ufdfa'],
    ['a year and a score', 'In 1984 they won 5-4', 'in 1984 they won 5-4'],
    ['quantities', '5kg at 10am for the 1st time, 4x', '5kg at 10am for the 1st time, 4x'],
    ['an e-mail address', 'write to s3nd@example.com', 'write to s3nd@example.com'],
    ['the mark at the end of a sentence', 'Stop!', 'stop!'],
    ['a price', 'It cost $15.', 'it cost $15.'],
  ])('%s', (_, source, folded) => {
    expect(normalize(source).text).toBe(folded);
  });
});

describe('The way back to the text as submitted', () => {
  it.each([
    ['before it stand characters of two units', '😀😀 f\u200bսck!', 'fuck', 'f\u200bսck'],
    ['one character became several', 'Straße ends', 'strasse', 'Straße'],
    ['marks were left out', 'a fu\u0301ck\u0302 b', 'fuck', 'fu\u0301ck\u0302'],
    ['letters were mathematical', 'x 𝓯𝓾𝓬𝓴 y', 'fuck', '𝓯𝓾𝓬𝓴'],
  ])('holds where %s', (_, source, sought, covered) => {
    const shadow = normalize(source);
    const at = shadow.text.indexOf(sought);
    const { start, end } = sourceSpan(shadow, at, at + sought.length);
    expect(source.slice(start, end)).toBe(covered);
  });

  it('stays as it is where it is small letters with one blank between words', () => {
    const plain = fc.stringMatching(/^[a-z]{1,12}(?: [a-z]{1,12}){0,3}$/);
    fc.assert(
      fc.property(plain, (source) => {
        const { text, words } = normalize(source);
        expect(text).toBe(source);
        expect(wordsOf(text, words).map((word) => word.text)).toEqual(source.split(' '));
      }),
    );
  });

  it('is one source stretch for every folded unit, in order and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        const { text, starts, ends } = normalize(source);
        expect(starts).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        for (let unit = 0; unit < text.length; unit += 1) {
          const start = starts[unit] ?? -1;
          const end = ends[unit] ?? -1;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(source.length);
          expect(start).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
        }
      }),
    );
  });

  it('never changes the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        expect(normalize(source).source).toBe(source);
      }),
    );
  });

  it('is the same after folding twice as after once', () => {
    const tricky = fc.constantFrom(...'abcsh 13!@$+|.,аеорсһ🅵é\u0301\u200bß€Åſ', '@$$', 'shi+');
    const sources = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: tricky, maxLength: 12 }),
    );
    fc.assert(
      fc.property(sources, (source) => {
        const once = normalize(source).text;
        expect(normalize(once).text).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is so for every character there is: at the beginning, after letters, and under a mark', () => {
    const changed: string[] = [];
    for (let code = 0; code <= 0x10_ffff; code += CODES_AT_ONCE) {
      const characters = Array.from({ length: CODES_AT_ONCE }, (_, at) =>
        String.fromCodePoint(code + at),
      ).filter((each) => /[^\p{Cn}\p{Co}]/u.test(each));
      const source = characters.map((each) => `${each} a${each} \u30ab${each} ${each}\u0301\n`);
      const once = normalize(source.join('')).text;
      if (normalize(once).text !== once) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('holds for more different characters than are remembered', () => {
    const from = 0x4e00;
    const source = String.fromCodePoint(...Array.from({ length: 12_000 }, (_, at) => from + at));
    expect(normalize(source).text).toBe(source);
    expect(normalize(`\u00e9${source}\u00e9`).text).toBe(`e${source}e`);
  });

  it('finds plain ASCII where it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc XYZ.,'), maxLength: 40 }), (source) => {
        const { text, starts } = normalize(source);
        expect(text).toBe(source.toLowerCase());
        expect([...starts]).toEqual([...source].map((_, index) => index));
      }),
    );
  });
});
