import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf } from '../judging.js';

const on = (rule: string, section: Record<string, unknown>): object => ({
  rules: { [rule]: section },
});

describe('character_flood', () => {
  it.each([
    ['exclamation marks', `no${'!'.repeat(30)}`, ['!'.repeat(30)]],
    ['one letter', 'a'.repeat(40), ['a'.repeat(40)]],
    ['two floods', `${'='.repeat(30)}x${'-'.repeat(31)}`, ['='.repeat(30), '-'.repeat(31)]],
  ])('holds %s', (_, body, covered) => {
    expect(coveredBy('character_flood', body)).toEqual(covered);
    expect(findingsOf('character_flood', { body })).toMatchObject([{ action: 'hold' }]);
  });

  it.each([
    ['one character fewer', `no${'!'.repeat(29)}`],
    ['white space', `a${' '.repeat(50)}b${'\n'.repeat(50)}`],
    ['characters that take turns', '=-'.repeat(40)],
    ['a word that is drawn out', `${'o'.repeat(20)} no!!!`],
  ])('lets %s pass', (_, body) => {
    expect(findingsOf('character_flood', { body })).toEqual([]);
  });

  it('takes its threshold from the policy', () => {
    const policy = on('character_flood', { min_run: 5 });
    expect(coveredBy('character_flood', 'so!!!!! good!!!!', policy)).toEqual(['!!!!!']);
  });
});

describe('gibberish', () => {
  it.each([
    ['asdfgh jklqwrt', ['asdfgh', 'jklqwrt']],
    ['sdkfjhskdjfh wkejrhkwjehr xcvmnbxcv', ['sdkfjhskdjfh', 'wkejrhkwjehr', 'xcvmnbxcv']],
    ['lol QWERTYUIOP', ['QWERTYUIOP']],
    ['zxcvbnm, zxcvbnm!', ['zxcvbnm', 'zxcvbnm']],
  ])('holds "%s"', (body, covered) => {
    expect(coveredBy('gibberish', body)).toEqual(covered);
    expect(findingsOf('gibberish', { body })).toMatchObject([{ action: 'hold' }]);
  });

  it.each([
    ['the consonants of English', 'The rhythm of the catchphrase, and three lengths.'],
    ['one odd word among others', 'Great point, asdfghjkl to you all.'],
    ['few letters', 'hjkl'],
    ['abbreviations', 'See https, html, xhtml and the BBC.'],
    ['another script', 'Всплеск взгляд контрстратегия'],
    ['digits and signs', '123 456 %%% 789'],
  ])('lets %s pass', (_, body) => {
    expect(findingsOf('gibberish', { body })).toEqual([]);
  });

  it('knows the languages that get along with few vowels', () => {
    const czech = { body: 'Čtvrthrst zmrzl scvrkl', locale: 'cs' };
    expect(findingsOf('gibberish', czech)).toEqual([]);
    const body = 'asdfgh jklqwrt';
    expect(findingsOf('gibberish', { body, locale: 'cs' })).toEqual([]);
    expect(findingsOf('gibberish', { body, locale: 'fr' })).toHaveLength(1);
  });

  it('takes its thresholds from the policy', () => {
    const body = 'Great point, asdfghjkl';
    expect(findingsOf('gibberish', { body })).toEqual([]);
    expect(findingsOf('gibberish', { body }, on('gibberish', { min_share: 0.4 }))).toHaveLength(1);
    const short = { body: 'asdfg' };
    expect(findingsOf('gibberish', short)).toEqual([]);
    expect(findingsOf('gibberish', short, on('gibberish', { min_letters: 5 }))).toHaveLength(1);
  });
});

describe('text_tricks', () => {
  it.each([
    ['conduct.stacked_marks', 'a z\u0351\u0352\u0353\u0354 b', 'z\u0351\u0352\u0353\u0354'],
    ['conduct.stacked_marks', `o${'\u0336'.repeat(50)}k`, `o${'\u0336'.repeat(50)}`],
    ['conduct.direction_override', 'see \u202egpj.exe', '\u202e'],
    ['conduct.direction_override', 'see \u202dabc', '\u202d'],
  ])('holds %s', (reason, body, covered) => {
    expect(findingsOf('text_tricks', { body })).toMatchObject([{ reason, action: 'hold' }]);
    expect(coveredBy('text_tricks', body)).toEqual([covered]);
  });

  it('finds both, and both in the name of the author', () => {
    const found = findingsOf('text_tricks', { name: 'z\u0351\u0352\u0353\u0354\u202e' });
    expect(found.map(({ reason, field }) => [reason, field])).toEqual([
      ['conduct.stacked_marks', 'author.name'],
      ['conduct.direction_override', 'author.name'],
    ]);
  });

  it.each([
    ['three marks on one letter', 'z\u0351\u0352\u0353'],
    ['Vietnamese, composed or not', 'tiếng Việt tie\u0302\u0301ng Vie\u0323\u0302t'],
    ['Hebrew with its points', 'שָׁלוֹם עֲלֵיכֶם'],
    ['Arabic with its vowels', 'مُحَمَّدٌ'],
    ['Thai', 'ก็ได้ที่นี่ น้ำ'],
    ['isolates and marks of direction', '\u2067שלום\u2069 hello \u200fשלום\u200e'],
    ['an emoji with its modifiers', '👩🏽\u200d🚀\ufe0f 1\ufe0f\u20e3'],
  ])('lets %s pass', (_, body) => {
    expect(findingsOf('text_tricks', { body })).toEqual([]);
  });

  it('takes its threshold from the policy', () => {
    const policy = on('text_tricks', { min_stacked_marks: 2 });
    expect(coveredBy('text_tricks', 'z\u0351\u0352 e\u0301', policy)).toEqual(['z\u0351\u0352']);
  });
});

describe('shouting', () => {
  it.each([
    ['a share of capitals above the threshold', 'STOP THIS MADNESS at once', 0.6, 1],
    ['one below it', 'STOP THIS MADNESS at once', 0.8, 0],
    ['capitals of Armenian', 'ԻՆՉՈՒ ԵՔ ԳՈՌՈՒՄ ԲՈԼՈՐԻ ՎՐԱ', 0.7, 1],
    ['digits, which have no case', '2024-11-24 23:59 5555555555555555 OK', 0.7, 0],
  ])('of %s: "%s" at %d is found %i times', (_, body, min_share, count) => {
    expect(findingsOf('shouting', { body }, on('shouting', { min_share }))).toHaveLength(count);
  });

  it('needs as many letters as the policy says', () => {
    const body = 'NO WAY';
    expect(findingsOf('shouting', { body }, on('shouting', { min_letters: 5 }))).toHaveLength(1);
    expect(findingsOf('shouting', { body }, on('shouting', { min_letters: 6 }))).toEqual([]);
  });
});
