import { describe, expect, it } from 'vitest';

import { judged } from '../judging.js';

describe('A threat is rejected:', () => {
  it.each([
    ['I will kill you', 'threat.violence'],
    ["I'm going to break your neck", 'threat.violence'],
    ['I know where you live', 'threat.violence'],
    ['You should be shot', 'threat.violence'],
    ['we will burn your house down', 'threat.violence'],
    ['Somebody should shoot you', 'threat.violence'],
    ['Go kill yourself', 'threat.self_harm'],
    ['kys', 'threat.self_harm'],
    ['I hope you die', 'threat.self_harm'],
    ['Drink bleach', 'threat.self_harm'],
    ['You deserve to die', 'threat.self_harm'],
    ['I wіll kіll уou', 'threat.violence'],
  ])('"%s"', (body, reason) => {
    const verdict = judged({ body });
    expect(verdict.action).toBe('reject');
    expect(verdict.findings.map((finding) => finding.reason)).toEqual([reason]);
  });
});

describe('What may be a threat, a report or a manner of speaking is held:', () => {
  it.each([
    'I will kill him',
    '"I will kill you."',
    'Watch your back',
    'If you cross the border you will be shot.',
  ])('"%s"', (body) => {
    expect(judged({ body }).action).toBe('hold');
  });
});

describe('What somebody else is quoted to have said passes, and the finding is kept', () => {
  it('in a report', () => {
    const { action, findings } = judged({ body: 'He said "I will kill you" and left.' });
    expect(action).toBe('approve');
    expect(findings).toMatchObject([{ rule: 'possible_threat', action: 'approve' }]);
  });
});

describe('Nobody is threatened by', () => {
  it.each([
    "I'd kill for a coffee.",
    'The killer whale killed a seal.',
    'Kill the process with kill -9.',
    'I will shoot you an email.',
    'You will kill it at the concert.',
    'The suspect was killed by police.',
    'Die Hard is my favourite film.',
    'I could have died laughing.',
    'Never drink bleached water.',
  ])('"%s"', (body) => {
    expect(judged({ body }).action).toBe('approve');
  });
});
