import { describe, expect, it } from 'vitest';

import { BODY_LENGTH_MAX, INSULTS_LOOKED_AT_MAX } from '../../../src/limits.js';
import { coveredBy, findingsOf, judged } from '../judging.js';

describe('An insult that is aimed at a person is held:', () => {
  it.each([
    ['You are a complete and utter moron.', 'moron'],
    ['you m0r0n', 'm0r0n'],
    ["You're an idiot", 'idiot'],
    ['your an idiot', 'idiot'],
    ['The author is a moron', 'moron'],
    ['Kirby is an imbecile', 'imbecile'],
    ['@kirby is a clown', 'clown'],
    ['What an idiot you are', 'idiot'],
    ['idiots like you', 'idiots'],
    ['Are you stupid?', 'stupid'],
    ['how dumb are you', 'dumb'],
    ['You people are vermin', 'vermin'],
    ['He is such a bozo.', 'bozo'],
    ['people like you are a waste of oxygen', 'waste of oxygen'],
    ['Idiot!', 'Idiot'],
    ['Typical libtard nonsense', 'libtard'],
  ])('"%s"', (body, covered) => {
    expect(coveredBy('personal_attack', body)).toEqual([covered]);
    expect(judged({ body }).action).toBe('hold');
  });
});

describe('Telling a person off is held:', () => {
  it.each([
    ['Oh shut up!', 'shut up'],
    ['Go boil yourself', 'Go boil yourself'],
    ['Just get lost.', 'get lost'],
    ['Crawl back under your rock', 'Crawl back under your'],
  ])('"%s"', (body, covered) => {
    expect(coveredBy('personal_attack', body)).toEqual([covered]);
  });
});

describe('Nobody is attacked by', () => {
  it.each([
    'This policy is idiotic, and the law is stupid.',
    'I was an idiot to believe it.',
    'If you are an idiot you will not read this.',
    'You are not an idiot.',
    'My dog is stupid but loyal.',
    'The clown at the circus had a rat.',
    'An idiot-proof guide',
    'He called the plan moronic.',
    'You fool nobody with this.',
    'They shut up shop in May.',
    'The pig farmer sold a pig and a cow.',
    'Do you think that he is right?',
    'You are wrong, and I disagree with every word.',
    'The joke is on you.',
    'Go and see for yourself.',
  ])('"%s"', (body) => {
    expect(judged({ body }).action).toBe('approve');
  });
});

describe('A text with more insults than anybody reads one by one', () => {
  const insults = (count: number): string => 'clown '.repeat(count).slice(0, BODY_LENGTH_MAX);

  it('attacks somebody, whatever stands around them', () => {
    const many = { body: insults(INSULTS_LOOKED_AT_MAX + 1) };
    expect(findingsOf('personal_attack', { body: insults(INSULTS_LOOKED_AT_MAX) })).toEqual([]);
    expect(findingsOf('personal_attack', many)).toMatchObject([{ action: 'hold' }]);
  });
});
