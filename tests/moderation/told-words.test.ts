import { describe, expect, it } from 'vitest';

import { findingsOf } from './judging.js';

/** What follows from the words of one rule, and which they are. */
const follows = (rule: string, body: string): readonly string[] =>
  findingsOf(rule, { body }).map(({ action, terms }) => `${action} ${terms.join(' ')}`);

describe('What follows from a word depends on who says it:', () => {
  it.each([
    ['strong_profanity', 'You bitch.', ['reject bitch']],
    ['strong_profanity', 'A “clever bitch”.', ['hold bitch']],
    ['strong_profanity', 'He called my sister a bitch.', ['approve bitch']],
    ['strong_profanity', 'He shouted: "you bitch".', ['hold bitch']],
    ['strong_profanity', 'He used the word bitch in parliament.', ['approve bitch']],
    ['slur', 'They chanted "faggot" at the players.', ['hold faggot']],
    ['possible_slur', 'A chink wrote this.', ['hold chink']],
    ['possible_slur', 'Meet our new "chink".', ['hold chink']],
    ['possible_slur', 'He called her a chink.', ['approve chink']],
    ['possible_profanity', 'He said: "what a dick".', ['approve dick']],
    ['sexual_language', 'He shouted "nice boobs" at her.', ['approve boobs']],
    ['mild_profanity', 'He said: "damn it".', ['approve damn']],
  ])('%s in "%s"', (rule, body, expected) => {
    expect(follows(rule, body)).toEqual(expected);
  });

  it('one comment may hold several, and each is followed for itself', () => {
    const body = 'He called my sister a bitch. You are a bitch.';
    expect(follows('strong_profanity', body)).toEqual(['hold bitch', 'reject bitch']);
  });

  it('a policy that rejects what is doubtful holds it in quotation marks', () => {
    const policy = { rules: { possible_slur: { action: 'reject' } } };
    const found = findingsOf('possible_slur', { body: 'Meet our new "chink".' }, policy);
    expect(found).toMatchObject([{ action: 'hold' }]);
  });
});
