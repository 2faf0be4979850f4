import { describe, expect, it } from 'vitest';

import { judged } from '../judging.js';

const actionOf = (body: string): string =>
  judged({ body }).findings.find(({ standard }) => standard === 'threat')?.action ?? 'approve';

describe('A wish of harm to somebody', () => {
  it.each([
    'I hope the next storm hits your house.',
    'I hope you lose both your legs.',
    'One day I will dance on your grave.',
    "Can't wait to read your obituary.",
    'Nobody would miss you.',
    'Just end it.',
    'Go play in traffic.',
    'Drown already.',
    'May you rot.',
    'Your mother should have aborted you.',
    'You deserve to be beaten.',
    'You will die alone.',
  ])('is rejected: %s', (body) => {
    expect(actionOf(body)).toBe('reject');
  });

  it.each([
    'I hope that truck hits him.',
    'We will dance on his grave.',
    "I can't wait for her funeral.",
    'Let them all drown.',
    'He should be fed to the lions.',
    'Pity the bullet missed him.',
    'May they rot.',
  ])('is held where it is about others: %s', (body) => {
    expect(actionOf(body)).toBe('hold');
  });

  it.each([
    'I hope the rain stops before the fair.',
    'I hope you lose no sleep over it.',
    'Nobody will miss you more than I do.',
    'Children should not play in the street.',
    'It is time to end it all, says the minister about the subsidies.',
    'May they find a way to reopen the school.',
    'She laid flowers on his grave.',
    'Too bad the bus was late again.',
    'Let the council decide.',
  ])('is none here: %s', (body) => {
    expect(actionOf(body)).toBe('approve');
  });
});

describe('A menace', () => {
  it.each([
    'Sleep with one eye open.',
    'We know what time you walk your dog.',
    'Wait till I get my hands on you.',
    'You will be eating through a straw.',
    "He won't leave this town alive.",
    'Kill them all!',
    'Somebody get the rope.',
    'Hang them from the lamp posts.',
    'Let us burn down that mosque. Burn down that mosque!',
    'I will come and discuss it with my baseball bat.',
    'I have a gun and I know how to use it.',
    'There is a bullet with your name on it.',
    'Your kids go to that school, it would be a shame.',
  ])('is held: %s', (body) => {
    expect(actionOf(body)).toBe('hold');
  });

  it.each([
    'I know where you are coming from, but the figures are old.',
    'When I see you at the market I will explain it.',
    'The team will not leave without a fight.',
    'Kill the engine before you leave the car.',
    'They know the ropes by now.',
    'The fire burned down the old mosque in 1911.',
    'He walks with a stick and talks with a lisp.',
    'I have a gun licence and I support the new law.',
    'The bullet train is late.',
    'It would be a shame to close the library.',
    'The suspect wrote that he wanted to "kill them all", according to the indictment.',
  ])('is none here, or only told of: %s', (body) => {
    expect(actionOf(body)).toBe('approve');
  });
});
