import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalize } from '../../src/text/normalize.js';
import { isNear, isNearAny, similarity, sketchOf } from '../../src/text/sketch.js';

const of = (text: string) => sketchOf(normalize(text));

/** How like two texts are, and whether one would be looked at when the other comes in. */
function compared(one: string, other: string): { near: boolean; found: boolean } {
  const [a, b] = [of(one), of(other)];
  if (a === null || b === null) return { near: false, found: false };
  return {
    near: isNear(a.sketch, b.sketch),
    found: a.keys.some((key) => key !== null && b.keys.includes(key)),
  };
}

const OFFER =
  'I was out of work for two years until my sister showed me this site. Now I earn 6,500 dollars ' +
  'a month from home with only a few hours a day. See for yourself at best-income.example/start';
const PETITION =
  'Please sign the petition against the new parking fees before the end of this month, the ' +
  'council only listens when there are ten thousand of us.';
const CHINESE =
  '我认为这座新桥是浪费钱，市政府应该把钱花在学校上，因为学校的屋顶自从暴风雨以来一直没有修好。';

describe('A text that comes back is near, and is found by a key, with', () => {
  it.each([
    ['nothing changed', OFFER, OFFER],
    ['a few words changed', OFFER, OFFER.replace('two years', 'three years').replace('sister', 'ant')],
    ['a greeting', OFFER, `Hello dear friends! ${OFFER}`],
    ['a name', OFFER, `${OFFER} Greetings from Anna and Boris`],
    ['another number', OFFER, OFFER.replace('6,500', '7,921')],
    ['a number more', OFFER, `${OFFER} 4711`],
    ['a tail of its address', OFFER, `${OFFER}?ref=ab12&u=kd93`],
    ['emoji', OFFER, `🔥🔥 ${OFFER.replaceAll('. ', ' 💰💰 ')} 🚀`],
    ['look-alikes', OFFER, OFFER.replaceAll('o', 'о')],
    ['sentences swapped', PETITION, PETITION.replace(/(.*month), (.*)\./u, '$2. $1.')],
    ['words changed in a petition', PETITION, PETITION.replace('ten', 'five').replace('new ', '')],
    ['a sentence of its own', PETITION, `${PETITION} I have done so today, have you?`],
    ['an ideograph changed', CHINESE, CHINESE.replace('认为', '觉得')],
    ['all of it in quotation marks', OFFER, `"${OFFER}" so true`],
  ])('%s', (_, one, other) => {
    expect(compared(one, other)).toEqual({ near: true, found: true });
  });
});

const QUOTED = '"The toll will stay at two fifty for as long as I am mayor of this town."';

describe('Texts are not near that', () => {
  it.each([
    [
      'speak of one subject',
      'The new bridge is a waste of money. The council should have spent it on the school, which ' +
        'has been waiting for a roof since the storm.',
      'I cannot wait for the new bridge. The council has done the right thing at last, and the ' +
        'school will get its roof next year as promised.',
    ],
    [
      'begin alike and say the contrary',
      'I think that the new bridge is a great idea for the whole city and its people.',
      'I think that the new bridge is a waste of money and the city will regret it.',
    ],
    [
      'agree in other words',
      'Thank you for this report, it is by far the best that I have read on the new school.',
      'Thank you for an article that explains what the school will cost and who pays for it.',
    ],
    [
      'quote one sentence',
      `${QUOTED} She has said that before, and then raised it twice within a single year.`,
      `${QUOTED} I for one believe her, since the contract with the builders says so.`,
    ],
    [
      'quote one line, as mail does',
      `> ${QUOTED.slice(1, -1)}\nShe has said that before, and then raised it twice in a year.`,
      `> ${QUOTED.slice(1, -1)}\nI for one believe her, since the contract says so in writing.`,
    ],
    [
      'end in a quoted line',
      `She has said that before, and then raised it twice in a year.\n > ${QUOTED.slice(1, -1)}`,
      `I for one believe her, since the contract says so in writing.\n > ${QUOTED.slice(1, -1)}`,
    ],
    ['have the same words in another order', 'a b c d e f g h '.repeat(9), 'h g f e d c b a '.repeat(9)],
    ['are in Chinese and differ', CHINESE, `昨天的足球比赛非常精彩，我们的球队最后进了球。${'好'.repeat(9)}`],
  ])('%s', (_, one, other) => {
    expect(compared(one, other).near).toBe(false);
  });

  it('are too short to tell', () => {
    expect(of('I totally agree with you on this.')).toBeNull();
    expect(of('a b c d e f g h i j k l m n o p')).toBeNull();
    expect(of(`${QUOTED} I do not believe her.`)).toBeNull();
    expect(of('')).toBeNull();
  });
});

describe('A sketch', () => {
  it('is 64 characters, and as like itself as can be', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 80, unit: 'grapheme' }), (text) => {
        const found = of(`${text} and ten words more, so that it is long enough for one.`);
        if (found === null) return;
        expect(found.sketch).toMatch(/^[\w.-]{64}$/u);
        expect(similarity(found.sketch, found.sketch)).toBe(1);
      }),
    );
  });

  it('is like another as both are like each other, between 0 and 1', () => {
    const sketches = fc
      .array(fc.constantFrom('bridge', 'school', 'toll', 'council', 'roof', 'money', 'storm'), {
        minLength: 12,
        maxLength: 60,
      })
      .map((words) => of(words.join(' '))?.sketch ?? '');
    fc.assert(
      fc.property(sketches, sketches, (one, other) => {
        expect(similarity(one, other)).toBe(similarity(other, one));
        expect(similarity(one, other)).toBeGreaterThanOrEqual(0);
        expect(similarity(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is near to one of many as it is near to each alone', () => {
    const sketch = fc
      .array(fc.constantFrom('.', 'a', 'b'), { minLength: 64, maxLength: 64 })
      .map((symbols) => symbols.join(''));
    fc.assert(
      fc.property(sketch, fc.array(sketch, { maxLength: 5 }), (one, others) => {
        const near = others.some((other) => isNear(one, other));
        expect(isNearAny(one, others.join(''))).toBe(near);
      }),
    );
  });

  it('is not near to another because both have few pairs of words', () => {
    const few = (sign: string) => '.'.repeat(48) + sign.repeat(16);
    expect(isNearAny(few('a'), '')).toBe(false);
    expect(isNearAny(few('a'), few('b'))).toBe(false);
    expect(isNearAny(few('a'), few('b') + few('a'))).toBe(true);
  });

  it('of one pair of words over and over has one key', () => {
    expect(of('spam '.repeat(20))?.keys).toEqual([expect.any(String), null]);
  });

  it('reads what follows an arrow on a line as said', () => {
    expect(compared(OFFER, `see -> ${OFFER}`)).toEqual({ near: true, found: true });
  });

  it.each(['>', '"', '> ', '\n>', '" '])('takes no longer for a text full of "%s"', (sign) => {
    const text = normalize(sign.repeat(50_000 / sign.length));
    const start = performance.now();
    expect(sketchOf(text)).toBeNull();
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('reads an unclosed quotation mark as a mark', () => {
    expect(compared(OFFER, `${OFFER} 5" or so`)).toEqual({ near: true, found: true });
  });
});
