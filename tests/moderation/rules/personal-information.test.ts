import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf } from '../judging.js';

const covered = (body: string): readonly string[] => coveredBy('personal_information', body);

describe('Personal information is', () => {
  it.each([
    ['an e-mail address', 'write to joe@example.com', 'joe@example.com'],
    ['a telephone number', 'call me on +44 20 7946 0958', '+44 20 7946 0958'],
    ['a card number', 'use 4111 1111 1111 1111 then', '4111 1111 1111 1111'],
    ['a card number of another network', 'use 5555-5555-5555-4444', '5555-5555-5555-4444'],
    ['an IBAN', 'pay GB82 WEST 1234 5698 7654 32 now', 'GB82 WEST 1234 5698 7654 32'],
    ['an IBAN of the shortest kind', 'pay NO9386011117947', 'NO9386011117947'],
    ['where somebody lives', 'he lives at 12 Elm Street', 'lives at 12 Elm Street'],
    ['a whole address', 'It is 12 Elm St, Salem 62704.', '12 Elm St, Salem 62704'],
  ])('%s', (_, body, span) => {
    expect(covered(body)).toEqual([span]);
  });

  it('several kinds, each with its reason', () => {
    const body = 'joe@example.com, +44 20 7946 0958';
    expect(findingsOf('personal_information', { body }).map(({ reason }) => reason)).toEqual([
      'personal_information.email',
      'personal_information.phone',
    ]);
  });
});

describe('No personal information is', () => {
  it.each([
    ['a handle', 'ask @kim or @kim@example.social'],
    ['a card number with a wrong digit', '4111 1111 1111 1112'],
    ['a number of no card', '9111 1111 1111 1111'],
    ['an IBAN with wrong check digits', 'GB83 WEST 1234 5698 7654 32'],
    ['a street that nobody is said to live in', 'They closed 12 Elm Street again'],
    ['a number before a name', 'On page 12 Elm is mentioned, 3 times'],
    ['a year, a score and a sum', 'In 1984 they won 5-4 and 2.50 each'],
    ['a text without digits', 'Nothing here'],
  ])('%s', (_, body) => {
    expect(covered(body)).toEqual([]);
  });
});

describe('A text with more numbers than anybody writes down', () => {
  const numbers = (count: number): string => '212-736-5000; '.repeat(count);

  it('has its first fifty looked at', () => {
    const sums = '1234567; '.repeat(50);
    expect(covered(numbers(51))).toEqual(Array<string>(50).fill('212-736-5000'));
    expect(covered(`${sums}${numbers(1)}`)).toEqual([]);
    expect(covered(`${numbers(1)}${sums}`)).toEqual(['212-736-5000']);
  });
});
