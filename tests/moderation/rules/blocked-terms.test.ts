import { describe, expect, it } from 'vitest';

import { STANDARDS } from '../../../src/domain/standard.js';
import { BODY_LENGTH_MAX } from '../../../src/limits.js';
import { type Case, coveredBy, findingsOf, judged } from '../judging.js';

const policyOf = (terms: readonly unknown[], more: object = {}): object => ({
  ...more,
  rules: { blocked_terms: { terms } },
});
const find = (comment: Case, ...terms: readonly unknown[]) =>
  findingsOf('blocked_terms', comment, policyOf(terms));

describe('A blocked term that is an object', () => {
  it('is found as the plain text is', () => {
    const body = 'Visit our c@sinos';
    const plain = find({ body }, 'casino*');
    expect(plain).toHaveLength(1);
    expect(find({ body }, { term: 'casino*' })).toEqual(plain);
    expect(find({ body }, { term: 'casino*', kind: 'text', note: 'spam' })).toEqual(plain);
  });

  it.each(STANDARDS)('gives a reason of the standard %s', (standard) => {
    expect(find({ body: 'a foobar' }, { term: 'foobar', standard })).toMatchObject([
      { standard, outcome: 'match', terms: ['foobar'], spans: [{ start: 2, end: 8 }] },
    ]);
  });

  it('has its own action, beside those that have the rule’s', () => {
    const terms = [{ term: 'foo', action: 'hold' }, { term: 'bar', action: 'approve' }, 'baz'];
    expect(judged({ body: 'a bar' }, policyOf(terms)).action).toBe('approve');
    expect(judged({ body: 'a foo' }, policyOf(terms)).action).toBe('hold');
    expect(find({ body: 'bar foo baz foo' }, ...terms)).toMatchObject([
      { action: 'approve', terms: ['bar'] },
      { action: 'hold', terms: ['foo'], spans: [{ start: 4 }, { start: 12 }] },
      { action: 'reject', terms: ['baz'] },
    ]);
  });

  it.each<[string, Case]>([
    ['body', { body: 'a foobar' }],
    ['author.name', { name: 'Foobar' }],
    ['author.email', { email: 'foobar@example.com' }],
    ['author.url', { url: 'https://example.com/foobar' }],
  ])('is looked for in %s where it says so, and nowhere else', (field, comment) => {
    for (const kind of ['text', 'regex']) {
      const others = ['body', 'author.name', 'author.email', 'author.url'].filter(
        (other) => other !== field,
      );
      expect(find(comment, { term: 'foobar', kind, fields: [field] })).toMatchObject([{ field }]);
      expect(find(comment, { term: 'foobar', kind, fields: others })).toEqual([]);
    }
  });

  it('is looked for in body and name unless it says where', () => {
    const comment = { name: 'Foobar', email: 'foobar@example.com', body: 'foobar' };
    expect(find(comment, { term: 'foobar' }).map(({ field }) => field)).toEqual([
      'body',
      'author.name',
    ]);
  });

  it('is found in a form that another one has in another field', () => {
    const terms = [{ term: 'cat' }, { term: 'cats', fields: ['author.email'] }];
    expect(find({ body: 'two cats' }, ...terms)).toMatchObject([{ terms: ['cat'] }]);
  });
});

describe('A term that is bound to languages', () => {
  const gift = { term: 'Gift', languages: ['de', 'sv'] };

  it.each<[string, Case, string | null]>([
    ['found in them', { body: 'Das ist doch alles nur Gift für unsere Kinder.' }, 'match'],
    ['not found in others', { body: 'What a gift that you are with us today.' }, null],
    ['found where the page is in one', { body: 'Gift!', locale: 'de-AT' }, 'match'],
    ['not found where the page is in another', { body: 'Gift!', locale: 'en' }, null],
    ['unknown where nothing tells the language', { body: 'Gift!' }, 'unknown'],
    ['no matter where it does not stand', { body: 'Hm.' }, null],
  ])('is %s', (_, comment, outcome) => {
    const outcomes = find(comment, gift).map((finding) => finding.outcome);
    expect(outcomes).toEqual(outcome === null ? [] : [outcome]);
  });
});

describe('A wildcard', () => {
  it.each([
    ['c*sino', 'our caaasino', 'caaasino'],
    ['c*sino', 'our Cäsino', 'Cäsino'],
    ['каз*но', 'наше КАЗИНО тут', 'КАЗИНО'],
    ['*grün', 'ein Giftgrün!', 'Giftgrün'],
    ['彩票', '快来买彩票吧', '彩票'],
  ])('%s is found in "%s"', (term, body, covered) => {
    expect(coveredBy('blocked_terms', body, policyOf([term]))).toEqual([covered]);
  });

  it.each([
    ['c*sino', 'our casinos, c sino'],
    ['grün', 'Giftgrün'],
    ['казино', 'казиноман'],
  ])('%s is not found in "%s"', (term, body) => {
    expect(find({ body }, term)).toEqual([]);
  });
});

describe('A term that is an expression', () => {
  const regex = (term: string): object => ({ term, kind: 'regex' });

  it.each([
    [String.raw`\b(?:free|cheap)\s+pills?\b`, 'Get CHEAP  pills', 'CHEAP  pills'],
    ['casino', 'our c4sino', 'c4sino'],
    ['casino', 'our ca\u200bsino', 'ca\u200bsino'],
    [String.raw`\d{4}-\d{4}`, 'call 5555-1234', '5555-1234'],
    [String.raw`\bgrün\b`, 'Das ist grün.', 'grün'],
  ])('%s is found in "%s"', (term, body, covered) => {
    expect(coveredBy('blocked_terms', body, policyOf([regex(term)]))).toEqual([covered]);
  });

  it('reads an address as it was sent', () => {
    const term = { ...regex('@(?:spam|junk)\\.example$'), fields: ['author.email'] };
    expect(find({ email: 'Kim@SPAM.example' }, term)).toMatchObject([
      { field: 'author.email', spans: [{ start: 3, end: 16 }] },
    ]);
    expect(find({ email: null }, term)).toEqual([]);
  });

  it('finds nothing in what an allowed term covers', () => {
    const policy = policyOf([regex('dick')], { allowed_terms: [{ term: 'Moby Dick' }, 'dicky'] });
    expect(coveredBy('blocked_terms', 'Moby Dick and Dick', policy)).toEqual(['Dick']);
    expect(coveredBy('blocked_terms', 'Read Moby Dick', policy)).toEqual([]);
  });

  it('is unknown where reading would take too long, and the texts are still found', () => {
    const terms = [regex('(?:a|b){200}c'), regex('(?:c|d){300}e'), regex('[e-g]{300}h'), 'foobar'];
    const long = `${'ab '.repeat(BODY_LENGTH_MAX / 3 - 10)} foobar`;
    expect(find({ body: long }, ...terms).map(({ outcome }) => outcome)).toEqual([
      'unknown',
      'match',
    ]);
    expect(find({ body: 'a foobar' }, ...terms).map(({ outcome }) => outcome)).toEqual(['match']);
  });
});
