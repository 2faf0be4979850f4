import { describe, expect, it } from 'vitest';

import { type Decision, NO_GROUNDS, READERS, SYSTEM } from '../../src/domain/decision.js';
import type { Finding } from '../../src/domain/finding.js';
import { bodyAt, quotedWords } from '../../src/domain/quoted-words.js';
import { basisOf, mayBeTold, type Occasion, restricts } from '../../src/domain/restriction.js';

const MODERATOR = { kind: 'moderator', id: 'key_1', name: 'Mara' } as const;

function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'personal_attack',
    standard: 'personal_attack',
    reason: 'attack.insult',
    outcome: 'match',
    action: 'reject',
    observed_action: null,
    message: 'The comment insults a person.',
    field: 'body',
    spans: [],
    terms: [],
    ...change,
  };
}

const WAITS = finding({
  rule: 'new_author',
  standard: 'conduct',
  reason: 'conduct.new_author',
  action: 'hold',
});
const BLOCK = finding({ rule: 'author_blocked', standard: 'blocked', reason: 'blocked.author' });

function decision(change: Partial<Decision> = {}): Decision {
  return {
    id: 'dec_1',
    comment_id: 'cmt_1',
    comment_version: 1,
    actor: SYSTEM,
    action: 'reject',
    status: 'rejected',
    shadow: false,
    reason: null,
    note: null,
    policy_version: 1,
    policy_digest: '',
    facts: null,
    supersedes: null,
    created_at: '2026-11-24T00:00:00.000Z',
    findings: [],
    ...NO_GROUNDS,
    ...change,
  };
}

const person = (change: Partial<Decision> = {}) =>
  decision({ id: 'dec_9', comment_version: 9, actor: MODERATOR, ...change });

const alone = (...decisions: readonly Decision[]): Occasion => ({
  decisions,
  notices: [],
  reports: [],
});

describe('restricts', () => {
  it.each([
    ['approve', false],
    ['hold', true],
    ['reject', true],
    ['delete', false],
  ] as const)('says of %s: %s', (action, expected) => {
    expect(restricts({ action })).toBe(expected);
  });
});

describe('basisOf', () => {
  it('takes from the engine what was decisive, what objects to the text first', () => {
    const mild = finding({ reason: 'profanity.mild', standard: 'profanity', action: 'hold' });
    const watched = finding({ standard: 'hate', reason: 'hate.slur', observed_action: 'reject' });
    const engine = decision({ findings: [mild, watched, finding()] });
    expect(basisOf(engine, alone(engine))).toMatchObject({
      effect: 'rejected',
      standard: 'personal_attack',
      findings: [{ reason: 'attack.insult' }],
      automated_detection: true,
      automated_decision: 'fully',
      source: 'own_initiative',
    });
  });

  it('names no standard where the engine only has a person look', () => {
    const engine = decision({ action: 'hold', findings: [WAITS] });
    expect(basisOf(engine, alone(engine))).toMatchObject({
      effect: 'held',
      standard: null,
      automated_detection: false,
      findings: [{ reason: 'conduct.new_author' }],
    });
  });

  it('puts an objection before what only waits', () => {
    const engine = decision({ action: 'hold', findings: [WAITS, finding({ action: 'hold' })] });
    expect(basisOf(engine, alone(engine)).findings[0]?.reason).toBe('attack.insult');
  });

  it('counts a block that a person raised and the engine applied as partly automated', () => {
    const engine = decision({ shadow: true, findings: [BLOCK] });
    expect(basisOf(engine, alone(engine))).toMatchObject({
      effect: 'hidden',
      standard: 'blocked',
      automated_decision: 'partially',
    });
    const term = decision({ findings: [finding({ ...BLOCK, reason: 'blocked.own_term' })] });
    expect(basisOf(term, alone(term)).automated_decision).toBe('fully');
  });

  it('takes no likeness to somebody blocked for a block, and lets no author learn of it', () => {
    const alike = finding({ ...BLOCK, reason: 'blocked.resembles_ip', action: 'hold' });
    const engine = decision({ action: 'hold', findings: [alike] });
    expect(basisOf(engine, alone(engine))).toMatchObject({
      standard: null,
      automated_detection: false,
      automated_decision: 'fully',
    });
    expect([alike, BLOCK].map(mayBeTold)).toEqual([false, true]);
  });

  it('takes for a person’s the engine’s latest objection to the text', () => {
    const first = decision({ comment_version: 1, findings: [finding()] });
    const hate = finding({ standard: 'hate', reason: 'hate.slur' });
    const edited = decision({ id: 'dec_2', comment_version: 2, findings: [hate] });
    const later = decision({ id: 'dec_3', comment_version: 10, findings: [finding()] });
    for (const decisions of [[first, edited, later], [later, edited, first]]) {
      expect(basisOf(person(), alone(...decisions))).toMatchObject({
        standard: 'hate',
        automated_detection: true,
        automated_decision: 'not',
      });
    }
  });

  it('takes the severest of the engine’s objections', () => {
    const hate = finding({ standard: 'hate', reason: 'hate.slur' });
    const engine = decision({ findings: [finding({ action: 'hold' }), hate] });
    expect(basisOf(person(), alone(engine)).standard).toBe('hate');
  });

  it('takes no precaution and no unchecked rule for the ground of a person’s decision', () => {
    const unchecked = finding({ outcome: 'unknown' });
    const passed = finding({ action: 'approve' });
    const engine = decision({ action: 'hold', findings: [WAITS, unchecked, passed] });
    expect(basisOf(person(), alone(engine))).toMatchObject({
      standard: null,
      automated_detection: false,
      findings: [],
    });
  });

  it('takes the standard that a person names before all others', () => {
    const engine = decision({ findings: [finding()] });
    const said = person({ standard: 'off_limits', legal_ground: 'section 185' });
    expect(basisOf(said, alone(engine))).toMatchObject({
      standard: 'off_limits',
      legal_ground: 'section 185',
    });
  });

  it('has a take-down rest on its block alone', () => {
    const engine = decision({ findings: [finding()] });
    expect(basisOf(person({ block_id: 'blk_1' }), alone(engine))).toMatchObject({
      standard: 'blocked',
      automated_detection: false,
      findings: [],
    });
  });

  it('takes the standard of a report that the decision agrees with', () => {
    const on = { ...alone(), reports: ['illegal', 'spam'] as const };
    expect(basisOf(person(), on)).toMatchObject({ standard: 'spam', source: 'reports' });
  });

  it('brings back the standard with the decision that it brings back', () => {
    const named = person({ id: 'dec_5', comment_version: 5, standard: 'threat' });
    expect(basisOf(person({ restores: 'dec_5' }), alone(named)).standard).toBe('threat');
    expect(basisOf(person({ restores: 'dec_gone' }), alone(named)).standard).toBeNull();
    const circle = person({ restores: 'dec_9' });
    expect(basisOf(circle, alone(circle)).standard).toBeNull();
  });

  it.each([
    [[{ trusted: false }, { trusted: true }], 'trusted_flagger'],
    [[{ trusted: false }], 'notice'],
  ] as const)('names the notices that led to it: %j', (notices, source) => {
    expect(basisOf(person(), { ...alone(), notices, reports: ['spam'] }).source).toBe(source);
  });

  it('has readers’ reports hold a comment without a person', () => {
    const held = decision({ actor: READERS, action: 'hold', status: 'pending' });
    expect(basisOf(held, alone())).toMatchObject({
      source: 'reports',
      automated_detection: false,
      automated_decision: 'fully',
    });
  });
});

describe('bodyAt', () => {
  const revision = (version: number, body: string) => ({
    id: `rev_${version}`,
    comment_id: 'cmt_1',
    version,
    body,
    replaced_at: '',
  });

  it('finds the text that a version had', () => {
    const revisions = [revision(5, 'second'), revision(2, 'first')];
    const texts = [1, 2, 3, 5, 6].map((version) => bodyAt({ body: 'third' }, revisions, version));
    expect(texts).toEqual(['first', 'first', 'second', 'second', 'third']);
  });
});

describe('quotedWords', () => {
  const texts = { body: 'You idiot, idiot 😀!', name: 'Idiot' };
  const limits = { words: 2, length: 12 };
  const words = (field: Finding['field'], ...spans: readonly (readonly [number, number])[]) =>
    quotedWords(
      finding({ field, spans: spans.map(([start, end]) => ({ start, end })) }),
      texts,
      limits,
    );

  it('quotes each word once, and no more than the limit', () => {
    expect(words('body', [11, 16], [4, 9], [17, 19])).toEqual(['idiot', 'idiot 😀']);
    expect(words('body', [11, 16], [4, 9], [0, 1])).toEqual(['Y', 'idiot']);
  });

  it('quotes words that stand beside each other as they were written', () => {
    expect(words('body', [4, 9], [0, 3], [5, 7])).toEqual(['You idiot']);
  });

  it('quotes the name for a finding about the name, and no address', () => {
    expect(words('author.name', [0, 5])).toEqual(['Idiot']);
    expect(words('author.email', [0, 5])).toEqual([]);
    expect(words(null, [0, 5])).toEqual([]);
  });

  it('shortens what is long, and splits no character', () => {
    expect(words('body', [6, 20])).toEqual(['iot, idiot …']);
    expect(words('body', [50, 60])).toEqual([]);
  });
});
