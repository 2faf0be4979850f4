import { describe, expect, it } from 'vitest';

import { PRESETS } from '../../../src/domain/policy.js';
import { completePolicy } from '../../../src/moderation/policy/complete.js';
import { presetDocument } from '../../../src/moderation/policy/default.js';
import { PRESET_DEFINITIONS } from '../../../src/moderation/policy/presets.js';
import { RULES } from '../../../src/moderation/rules/index.js';
import { judged } from '../judging.js';

const KNOWN = { history: { approved_count: 3 } };

describe.each(PRESETS)('The preset %s', (preset) => {
  it('is a whole policy that can be saved as it is', () => {
    const document = presetDocument(preset);
    expect(completePolicy({ preset })).toEqual({ ok: true, document });
    expect(completePolicy(document)).toEqual({ ok: true, document });
  });

  it('speaks of rules that there are', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    const spoken = Object.keys(PRESET_DEFINITIONS[preset].rules);
    expect(spoken.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each([
    'I do not agree with the mayor, and the figures in the report are wrong.',
    'Thank you. More at https://www.example.com/report',
  ])('lets a known author say: %s', (body) => {
    if (preset === 'strict' && body.includes('https')) return;
    expect(judged({ body, ...KNOWN }, { preset }).action).toBe('approve');
  });
});

describe('Presets', () => {
  it.each([
    // body, open, balanced, strict, wordpress
    ['What a fucking mess.', 'hold', 'reject', 'reject', 'approve'],
    ['To hell with it, then.', 'approve', 'approve', 'hold', 'approve'],
    ['You are an idiot.', 'hold', 'hold', 'reject', 'approve'],
    ['I will kill you.', 'reject', 'reject', 'reject', 'approve'],
    ['See https://a.example.com', 'approve', 'approve', 'hold', 'approve'],
    ['https://a.example.com https://b.example.com', 'approve', 'approve', 'hold', 'hold'],
  ])('judge %j: open %s, balanced %s, strict %s, wordpress %s', (body, ...actions) => {
    const found = PRESETS.map((preset) => judged({ body, ...KNOWN }, { preset }).action);
    expect(found).toEqual(actions);
  });

  it('hold the first comment of an author where they say so', () => {
    const found = PRESETS.map((preset) => judged({ body: 'Good morning.' }, { preset }).action);
    expect(found).toEqual(['approve', 'approve', 'hold', 'hold']);
  });
});

describe('The preset wordpress', () => {
  it('refuses a second comment within 15 seconds, and none after that', () => {
    const after = (age: number) => judged({ history: { ...KNOWN.history, recent_ages: [age] } }, {
      preset: 'wordpress',
    }).action;
    expect([after(14), after(16)]).toEqual(['reject', 'approve']);
  });

  it('watches what WordPress does not check', () => {
    const { findings } = judged({ body: 'You are an idiot.', ...KNOWN }, { preset: 'wordpress' });
    expect(findings).toMatchObject([
      { rule: 'personal_attack', action: 'approve', observed_action: 'hold' },
    ]);
  });
});
