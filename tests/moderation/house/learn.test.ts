import { describe, expect, it } from 'vitest';

import { houseLayer } from '../../../src/moderation/house/layer.js';
import { holdsUp } from '../../../src/moderation/house/learn.js';
import { readText } from '../../../src/moderation/read-text.js';
import {
  civil,
  learntFrom,
  lessonsFrom,
  namingRival,
  rivalHouse,
  scattered,
  type Taught,
} from '../../support/teaching.js';

const scoreOf = (told: readonly Taught[], body: string): number => {
  const { slope, offset, terms } = learntFrom(lessonsFrom(told));
  return houseLayer({ version: 1, slope, offset, terms }).score(readText(body, null), 0.05);
};
const groundOf = (told: readonly Taught[], passing: readonly string[] = []): string =>
  learntFrom(lessonsFrom(told, passing)).ground;

const RIVAL = 'Did you see what the Morning Herald wrote about the library';

describe('What moderators teach', () => {
  it('is learnt from what they reject, and leaves everything else where it was', () => {
    const learnt = learntFrom(lessonsFrom(rivalHouse()));
    expect(learnt.ground).toBe('better');
    expect(learnt.record).toMatchObject({ read: 300, rejected: 50, moderators: 3 });
    expect(learnt.terms.slice(0, 5).map(({ term }) => term)).toContain('morning herald');
    expect(learnt.terms.find(({ term }) => term === 'herald')).toMatchObject({
      rejected: 50,
      decided: 50,
    });
    expect(scoreOf(rivalHouse(), RIVAL)).toBeGreaterThan(0.8);
    expect(scoreOf(rivalHouse(), 'The morning was lovely by the library')).toBeLessThan(0.7);
    expect(scoreOf(rivalHouse(), 'Did you see the library')).toBeLessThan(0.3);
  });

  it('is the same for the same record', () => {
    const told = rivalHouse();
    expect(learntFrom(lessonsFrom(told))).toEqual(learntFrom(lessonsFrom(told)));
  });

  it('is nothing before there are enough decisions, and enough of both kinds', () => {
    expect(groundOf(rivalHouse(199))).toBe('too_few_decisions');
    expect(groundOf(rivalHouse(200))).toBe('better');
    expect(groundOf([])).toBe('too_few_decisions');
    const seldom = rivalHouse().map((each, at) => ({ ...each, rejected: at % 12 === 0 }));
    expect(groundOf(seldom)).toBe('too_few_of_a_kind');
    const lately = rivalHouse().map((each, at) => ({ ...each, rejected: at < 60 }));
    expect(groundOf(lately)).toBe('too_few_of_a_kind');
  });

  it('is nothing where decisions have nothing to do with words', () => {
    const chance = Array.from({ length: 400 }, (_, at) => ({
      body: civil(scattered(at)),
      rejected: (at * 7919) % 11 < 3,
    }));
    expect(['not_better', 'nothing_learnt']).toContain(groundOf(chance));
  });

  it('is nothing where the shipped model foretells the decisions already', () => {
    const known = rivalHouse().map((each) => ({
      ...each,
      base: each.rejected === true ? 4 : -4,
    }));
    expect(['not_better', 'nothing_learnt']).toContain(groundOf(known));
  });

  it('no longer acts when the house has changed its mind', () => {
    const before = rivalHouse(400);
    const after = rivalHouse(500)
      .slice(400)
      .map(({ body }, at) => ({ body, rejected: at % 7 === 3 }));
    expect(groundOf(before)).toBe('better');
    expect(groundOf([...before, ...after])).toBe('not_better');
  });

  it('does not act where it would hold more than one in twenty that pass today', () => {
    const passing = (rivals: number) =>
      Array.from({ length: 100 }, (_, at) => (at < rivals ? `${RIVAL} ${at}` : civil(at)));
    expect(groundOf(rivalHouse(), passing(5))).toBe('better');
    expect(groundOf(rivalHouse(), passing(6))).toBe('holds_too_much');
  });
});

describe('A version that was learnt some time ago', () => {
  const learnt = learntFrom(lessonsFrom(rivalHouse()));
  const model = { ...learnt, version: 1, created_at: '', created_by: '', base_version: '' };
  const since = (change: (taught: Taught) => Taught, count = 60) =>
    lessonsFrom([...rivalHouse(), ...rivalHouse(300 + count).slice(300).map(change)]);

  it('holds up while moderators decide as they did', () => {
    expect(holdsUp(model, since((taught) => taught))).toBe(true);
  });

  it('does not once they decide otherwise', () => {
    const otherwise = ({ body, rejected }: Taught) => ({ body, rejected: rejected !== true });
    expect(holdsUp(model, since(otherwise))).toBe(false);
    const old = { ...model, record: { ...model.record, last_decision_id: null } };
    expect(holdsUp(old, since(otherwise))).toBe(true);
  });

  it('is given the time to show it', () => {
    const otherwise = ({ body, rejected }: Taught) => ({ body, rejected: rejected !== true });
    expect(holdsUp(model, since(otherwise, 39))).toBe(true);
    expect(holdsUp(model, since(({ body }) => ({ body })))).toBe(true);
  });
});

describe('The layer cannot be poisoned', () => {
  const bicycle = (at: number): string => `${civil(scattered(at))}, says my bicycle`;
  const NEUTRAL = 'I came here by bicycle';

  it('by one moderator who rejects every comment with a neutral word, a thousand times', () => {
    const rogue = Array.from({ length: 1_000 }, (_, at) => ({
      body: bicycle(at + 400),
      rejected: true,
      moderator: 'rogue',
    }));
    const honest = Array.from({ length: 60 }, (_, at) => ({
      body: bicycle(at + 1_500),
      // Now and then the others reject one as well, for other reasons.
      rejected: at % 20 === 0,
    }));
    const told = [...rivalHouse(), ...honest, ...rogue];
    const clean = scoreOf([...rivalHouse(), ...honest], NEUTRAL);
    expect(scoreOf(told, NEUTRAL)).toBeLessThan(0.7);
    expect(clean).toBeLessThan(0.3);
    const { terms } = learntFrom(lessonsFrom(told));
    expect(terms.filter(({ term, weight }) => /bicycle/u.test(term) && weight > 0)).toEqual([]);
  });

  it('by one author who spams with a neutral word until it is always rejected', () => {
    const spam = Array.from({ length: 300 }, (_, at) => ({
      body: bicycle(at),
      rejected: true,
      author: 'spammer',
    }));
    const told = rivalHouse().flatMap((each, at) => [each, ...spam.slice(at, at + 1)]);
    const { terms, record } = learntFrom(lessonsFrom(told));
    expect(record.used).toBe(305);
    expect(terms.filter(({ term }) => /bicycle/u.test(term))).toEqual([]);
    expect(scoreOf(told, NEUTRAL)).toBeLessThan(0.3);
  });

  it('by decisions that go to and fro about one text', () => {
    const turned = Array.from({ length: 200 }, (_, at) => ({
      body: 'I came here by bicycle',
      rejected: at % 2 === 0,
    }));
    const { record, terms } = learntFrom(lessonsFrom([...rivalHouse(), ...turned]));
    expect(record).toMatchObject({ read: 500, used: 300 });
    expect(terms.filter(({ term }) => /bicycle/u.test(term))).toEqual([]);
  });

  it('by one moderator who approves what the others reject', () => {
    const rogue = Array.from({ length: 500 }, (_, at) => ({
      body: namingRival(civil(scattered(at + 400)), at),
      moderator: 'rogue',
    }));
    const { terms } = learntFrom(lessonsFrom([...rivalHouse(), ...rogue]));
    expect(terms.filter(({ term, weight }) => /herald/u.test(term) && weight < 0)).toEqual([]);
  });

  it('yet a house of one moderator can teach it', () => {
    const alone = rivalHouse().map((each) => ({ ...each, moderator: 'Robin' }));
    expect(groundOf(alone)).toBe('better');
    const helped = alone.map((each, at) => (at % 30 === 7 ? { ...each, moderator: 'Kim' } : each));
    expect(groundOf(helped)).toBe('better');
  });
});
