import { describe, expect, it } from 'vitest';

import { BODY_LENGTH_MAX, SPANS_PER_FINDING_MAX } from '../../../src/limits.js';
import { type Case, findingsOf, judged } from '../judging.js';

const RULES = [
  ['moderation_keys', 'hold', 'off_limits.moderation_key'],
  ['disallowed_keys', 'reject', 'off_limits.disallowed_key'],
] as const;

describe.each(RULES)('%s', (rule, action, reason) => {
  const policy = (keys: string): unknown => ({ rules: { [rule]: { keys } } });
  const find = (comment: Case, keys: string) => findingsOf(rule, comment, policy(keys));

  it(`leads to ${action} and names the key, the field and the place`, () => {
    const verdict = judged({ body: 'I like WordPress.' }, policy('press'));
    expect(verdict).toMatchObject({
      action,
      findings: [
        { rule, reason, field: 'body', terms: ['press'], spans: [{ start: 11, end: 16 }] },
      ],
    });
  });

  it.each<[string, Case, string, string]>([
    ['the name', { name: 'Casino King' }, 'casino', 'author.name'],
    ['the e-mail address', { email: 'a@SPAM.example' }, '@spam.', 'author.email'],
    ['the page', { url: 'https://pills.example/' }, 'pills', 'author.url'],
    ['the beginning of the IP address', { ip: '203.0.113.77' }, '203.0.113.', 'author.ip'],
    ['the browser', { user_agent: 'EvilBot/2.0' }, 'evilbot', 'author.user_agent'],
    ['the text over tags', { body: 'ca<b></b>sino' }, 'casino', 'body'],
    ['the text in tags', { body: '<a href="https://x.example">y</a>' }, 'x.example', 'body'],
    ['another script', { body: 'КАЗИНО здесь' }, 'казино', 'body'],
    ['signs as they are', { body: 'a #1 (best) thing' }, '#1 (best)', 'body'],
  ])('finds keys in %s', (_, comment, key, field) => {
    expect(find(comment, key)).toMatchObject([{ field, terms: [key] }]);
  });

  it('takes each line for a key, without the space around it and without empty ones', () => {
    const keys = '\r\n  casino \r\n\n\t\n0\nblue pill\ncasino';
    expect(find({ body: 'The Casino has a blue pill for 100' }, keys)).toMatchObject([
      { terms: ['casino', 'blue pill'] },
    ]);
    expect(find({ body: 'A comment, 0 keys.' }, keys)).toEqual([]);
  });

  it('covers what a tag parts', () => {
    const body = '1 < 2 ca<b>si</b>no';
    const [finding] = find({ body }, 'casino');
    expect(finding?.spans.map(({ start, end }) => body.slice(start, end))).toEqual([
      'ca<b>si</b>no',
    ]);
  });

  it('finds nothing without keys', () => {
    expect(find({ body: 'anything' }, '')).toEqual([]);
    expect(find({ body: 'anything' }, ' \n ')).toEqual([]);
  });

  it('stops where enough is proved, whatever the keys and the text', () => {
    const nested = Array.from({ length: 600 }, (_, at) => 'a'.repeat(at + 1)).join('\n');
    const comment = { body: 'a'.repeat(BODY_LENGTH_MAX), name: 'Kim' };
    const [finding] = find(comment, nested);
    expect(finding?.spans).toHaveLength(SPANS_PER_FINDING_MAX);
  });

  it('finds one of 10,000 keys', () => {
    const keys = Array.from({ length: 10_000 }, (_, at) => `spam-${at}.example`).join('\n');
    expect(find({ body: 'see spam-9876.example' }, keys)).toMatchObject([
      { terms: ['spam-9876.example'] },
    ]);
  });
});
