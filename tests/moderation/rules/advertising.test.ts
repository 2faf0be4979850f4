import { describe, expect, it } from 'vitest';

import { findingsOf } from '../judging.js';

const found = (body: string, section = {}): boolean =>
  findingsOf('advertising', { body }, { rules: { advertising: section } }).length > 0;

describe('Advertising', () => {
  it.each([
    'I earn $450 a day working from home, you can too.',
    'My cousin makes $87 per hour on her laptop. Go here >> www.example.com/jobs',
    'Cheap Viagra and Cialis, no prescription, free shipping!',
    'Replica watches, best prices, https://replica.example.com',
    'Write to me on WhatsApp +1 555 0100 and double your money.',
    'A powerful spell brought back my husband, contact him on WhatsApp now.',
    'Hire a hacker to spy on your spouse, fast and safe.',
    'Great article! Have a look at our shop for the best curtains in town: www.example.com',
    'Subscribe to my channel and win a new phone, link in my bio.',
    'Essay writing service, no plagiarism, order now.',
  ])('is found in %j', (body) => {
    expect(found(body)).toBe(true);
  });

  it.each([
    'A nurse earns $25 an hour and cannot pay the rent in this town.',
    'Since the lockdown I work from home and save two hours a day.',
    'The bank offers no loans to small firms, says the article.',
    'Great article, thank you.',
    'He was fined for selling replica watches at the market.',
    'The museum has a page about it: https://museum.example.org/bridge',
    'WhatsApp should not read our messages.',
    'My husband came back from the front last week.',
  ])('is not found in %j', (body) => {
    expect(found(body)).toBe(false);
  });

  it('needs as many marks as the policy says', () => {
    const body = 'I earn $450 a day from my own home.';
    expect([found(body, { min_marks: 2 }), found(body, { min_marks: 3 })]).toEqual([true, false]);
  });
});
