import { describe, expect, it } from 'vitest';

import { foldLeet } from '../../src/text/leet.js';

describe('Digits and signs inside words are the letters they stand for', () => {
  it.each([
    ['sh1t', 'shit'],
    ['$h!7', 'shit'],
    ['a$$hole', 'asshole'],
    ['@ss', 'ass'],
    ['@$$', 'ass'],
    ['b!tch', 'bitch'],
    ['m0r0n', 'moron'],
    ['5hit', 'shit'],
    ['shi+', 'shit'],
    ['sh!+.', 'shit.'],
    ['n1gg3r', 'nigger'],
    ['sh|t', 'shit'],
  ])('%s', (written, read) => {
    expect(foldLeet(written)).toBe(read);
  });
});

describe('Numbers, quantities, addresses and marks stay', () => {
  it.each([
    '1984',
    'in 2024, 5-4',
    '1st 2nd 3rd 4th',
    '5kg 10am 4x 3d',
    'c+ and b+',
    '5g',
    'stop!',
    'wow!!!',
    '$15',
    'us$15',
    'kim@example.com',
    'www.4chan.org',
    '@kim',
    '3.50',
    'f-16',
  ])('%s', (written) => {
    expect(foldLeet(written)).toBe(written);
  });
});
