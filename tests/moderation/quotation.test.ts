import { describe, expect, it } from 'vitest';

import { speechOf } from '../../src/moderation/quotation.js';

/** The text with the word between braces, and how it stands there. */
function speech(marked: string): string {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  return speechOf(marked.replaceAll(/[{}]/gu, ''), { start, end });
}

describe('A word', () => {
  it.each([
    ['You are a {bitch}.', 'said'],
    ['He said it was fine. What a {bitch}!', 'said'],
    ['I call you a {bitch}.', 'said'],
    ['They call it a {bitch} of a road.', 'said'],
    ['The word of the mayor is {shit}.', 'said'],
    ['{Bitch} is what you are, in every meaning of the word.', 'said'],
    ['A "clever" {bitch}.', 'said'],
    ['A “clever” {bitch}.', 'said'],
    ['A “clever {bitch}”.', 'quoted'],
    ['A "{bitch}', 'quoted'],
    ['"{Bitch}" suits you, look up the meaning.', 'quoted'],
    ['I say: "you {bitch}".', 'quoted'],
    ['The word "{bitch}" describes you.', 'quoted'],
    ['He told me: "you {bitch}".', 'told'],
    ['She shouted “you {bitch}” at the driver.', 'told'],
    ['"You {bitch}," he told the inspector.', 'told'],
    ['My teacher called me {retarded} once.', 'told'],
    ['He called my sister a {bitch}.', 'told'],
    ['Stop calling women {bitches}.', 'mentioned'],
    ['Nobody should call their wife a {bitch}.', 'mentioned'],
    ['He used the word {bitch} in parliament.', 'mentioned'],
    ['A slur like {kike} has no place here.', 'mentioned'],
    ['The etymology of "{bastard}" is disputed.', 'mentioned'],
    ['In Danish, "{slut}" means finished.', 'mentioned'],
    ['"{Slut}" in the diary means an untidy girl.', 'mentioned'],
    ['{Cunt} was part of several medieval street names.', 'mentioned'],
    ['{Cunt} was what he called her.', 'said'],
  ])('in %s is %s', (marked, expected) => {
    expect(speech(marked)).toBe(expected);
  });
});
