import { describe, expect, it } from 'vitest';

import { normalize } from '../../../src/text/normalize.js';
import { compileTerms } from '../../../src/text/terms/matcher.js';
import type { TermEntry } from '../../../src/text/terms/term.js';

const entry = (text: string, exact = false): TermEntry<null> => ({ text, value: null, exact });

/** The stretches of a text that terms cover. */
function covered(terms: readonly string[], text: string, allowed?: readonly string[]): string[] {
  const entries = terms.map((term) => entry(term));
  const matcher = compileTerms(entries, allowed);
  return matcher.find(normalize(text)).map(({ start, end }) => text.slice(start, end));
}

describe('A term is found', () => {
  it.each([
    ['as it is', 'shit', 'What shit is this', 'shit'],
    ['in another case', 'shit', 'SHIT happens', 'SHIT'],
    ['in the plural', 'bitch', 'they are bitches', 'bitches'],
    ['with the endings of verbs', 'shit', 'shitting about', 'shitting'],
    ['after y became ie', 'fatty', 'two fatties', 'fatties'],
    ['with letters doubled', 'fuck', 'fuuuuck it', 'fuuuuck'],
    ['with letters spaced', 'fuck', 'well f u c k it', 'f u c k'],
    ['inside a longer row of single letters', 'fuck', 'i f u c k u', 'f u c k'],
    ['with dots between the letters', 'shit', 's.h.i.t', 's.h.i.t'],
    ['split by a sign', 'fuck', 'fu-ck this', 'fu-ck'],
    ['split by an invisible character', 'fuck', 'fu\u200bck this', 'fu\u200bck'],
    ['with one letter censored', 'fuck', 'f*ck this', 'f*ck'],
    ['with two letters censored', 'fuck', 'f**k this', 'f**k'],
    ['censored with its ending', 'fuck', 'you f***ing liar', 'f***ing'],
    ['split by a slash', 'fuck', 'fu/ck this', 'fu/ck'],
    ['split by a space where a half is no word', 'fuck', 'well fu ck it', 'fu ck'],
    ['with its last letter apart', 'shit', 'oh shi t!', 'shi t'],
    ['upside down after a letter that cannot be turned', '*fuck*', 'gʞɔnɟ', 'gʞɔnɟ'],
    ['upside down', 'fuck', 'ʎʞɔnɟ ʞɔnɟ', 'ʞɔnɟ'],
    ['with a 1 for an l', 'asshole', 'you assho1e', 'assho1e'],
    ['in letters on black squares', 'fuck', '🅵🆄🅲🅺 it', '🅵🆄🅲🅺'],
    ['in parenthesized letters', 'fuck', '⒡⒰⒞⒦ it', '⒡⒰⒞⒦'],
    ['in small capitals', 'fuck', 'ꜰᴜᴄᴋ it', 'ꜰᴜᴄᴋ'],
    ['in signs of currencies', 'cunt', 'you ¢unt', '¢unt'],
    ['with a 6 for a g', 'bugger', 'you bu66er', 'bu66er'],
    ['by a wildcard in the middle', 'f*er', 'what a fooer', 'fooer'],
    ['by a wildcard, stretched', '*fuck*', 'clusterfuuucked', 'clusterfuuucked'],
    ['in look-alike letters', 'fuck', 'fսck', 'fսck'],
    ['as an expression', 'son of a bitch', 'You son of a bitch!', 'son of a bitch'],
    ['as an expression over a line', 'bad word', 'a bad\nword', 'bad\nword'],
    ['as an expression with a hyphen', 'bad word', 'a bad-word', 'bad-word'],
    ['by a wildcard at both ends', '*fuck*', 'clusterfucked', 'clusterfucked'],
    ['by a wildcard after', 'masturbat*', 'masturbation', 'masturbation'],
    ['by a wildcard before', '*tard', 'what a libtard', 'libtard'],
    ['in a script without spaces', '傻瓜', '你是傻瓜吗', '傻瓜'],
    ['in another alphabet', 'дурак', 'Ты ДУРАК!', 'ДУРАК'],
  ])('%s', (_, term, text, span) => {
    expect(covered([term], text)).toEqual([span]);
  });
});

describe('A term is not found', () => {
  it.each([
    ['inside another word', 'ass', 'The assassin passed a class'],
    ['at the beginning of another word', 'cock', 'a cockpit'],
    ['across the words of a sentence', 'shit', 'push it'],
    ['where one letter is left of it', 'fuck', 'f*** that'],
    ['where a mark hides no letter of it', 'fuck', 'f*nk'],
    ['of two words beside each other', 'seethe', 'see the'],
    ['after what a contraction left', 'shit', 'it s hit'],
    ['across a space between two words', 'shit', 'a mesh it was'],
    ['by a wildcard that does not fit', 'f*er', 'refer'],
    ['by a wildcard whose ends overlap', 'aba*aba', 'ababa'],
    ['in a number', 'si', '51'],
    ['of two letters doubled back', 'jap', 'Jaap came'],
    ['across a line of spaced letters', 'fuck', 'f u\nc k'],
    ['with too much between its words', 'bad word', 'a bad (((( word'],
    ['by a wildcard whose middle is missing', 'a*m*z', 'abcz'],
    ['that is made of signs alone', '***', 'a *** b'],
    ['by a wildcard whose signs stand behind the last word', 'a*!!!', 'wow!!!'],
    ['in what an allowed term covers', 'dick', 'Dick Cheney came', 'Dick Cheney'],
  ])('%s', (_, term, text, ...allowed) => {
    expect(covered([term], text, allowed)).toEqual([]);
  });

  it('with an ending, when it is exact', () => {
    const matcher = compileTerms([entry('cock', true)]);
    expect(matcher.find(normalize('a cocker spaniel'))).toEqual([]);
    expect(matcher.find(normalize('a cock crowed'))).toHaveLength(1);
  });
});

describe('Allowed terms', () => {
  it('pardon what they cover and nothing beside it', () => {
    expect(covered(['dick'], 'Dick Cheney is a dick', ['Dick Cheney'])).toEqual(['dick']);
  });

  it('do not pardon a disguise', () => {
    expect(covered(['dick'], 'd.i.c.k', ['dick tracy'])).toEqual(['d.i.c.k']);
  });
});

describe('Of several words that a censored one could be', () => {
  it('the one listed first is meant', () => {
    const matcher = compileTerms([entry('fuck'), entry('feck')]);
    expect(matcher.find(normalize('f*ck')).map((match) => match.entry.text)).toEqual(['fuck']);
  });
});

describe('Of more censored words than anybody writes', () => {
  const letters = (at: number): string => String.fromCharCode(97 + (at % 26));
  const many = Array.from({ length: 250 }, (_, at) => `q${letters(at)}*${letters(at / 26)}`);

  it('the first ones are read, and those again', () => {
    expect(covered(['fuck'], `f*ck ${many.join(' ')} f*ck sh*t`)).toEqual(['f*ck', 'f*ck']);
    expect(covered(['fuck'], `${many.join(' ')} f*ck`)).toEqual([]);
  });
});

describe('The number of terms', () => {
  it('changes nothing about what is found', () => {
    const letters = (at: number): string => String.fromCharCode(97 + (at % 26));
    const many = Array.from({ length: 10_000 }, (_, at) =>
      ['zq', letters(at), letters(at / 26), letters(at / 676), 'x'].join(''),
    );
    expect(covered([...many, 'shit'], 'what shit, zqaaax!')).toEqual(['shit', 'zqaaax']);
  });
});
