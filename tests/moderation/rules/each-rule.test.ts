import { describe, expect, it } from 'vitest';

import { EMPTY_HISTORY, type HistoryFacts } from '../../../src/moderation/facts.js';
import { RULES } from '../../../src/moderation/rules/index.js';
import { type Case, findingsOf } from '../judging.js';

interface Pair {
  /** A comment that the rule finds. */
  readonly guilty: Case;
  /** Its neighbour, which looks much like it and which the rule does not find. */
  readonly innocent: Case;
  /** The rule's section, where it does not look for this by default. */
  readonly section?: Readonly<Record<string, unknown>>;
}

const body = (guilty: string, innocent: string, section = {}): Pair => ({
  guilty: { body: guilty },
  innocent: { body: innocent },
  section,
});
const history = (
  guilty: Partial<HistoryFacts>,
  innocent: Partial<HistoryFacts>,
  section = {},
): Pair => ({ guilty: { history: guilty }, innocent: { history: innocent }, section });
const thread = (change: Partial<HistoryFacts['thread']>): Partial<HistoryFacts> => ({
  thread: { ...EMPTY_HISTORY.thread, ...change },
});
const times = (count: number, value: number): readonly number[] => Array<number>(count).fill(value);

const AD = 'Buy now at my shop in the old town, very cheap.';

/** By the id of the rule. A new rule has its line here. */
const PAIRS: Readonly<Record<string, Pair>> = {
  author_blocked: history(
    { blocks: [{ id: 'blk_1', kind: 'author', mode: 'reject' }] },
    { blocks: [{ id: 'blk_1', kind: 'email', mode: 'reject' }] },
  ),
  identifier_blocked: history(
    { blocks: [{ id: 'blk_1', kind: 'name', mode: 'reject' }] },
    { blocks: [{ id: 'blk_1', kind: 'author', mode: 'reject' }] },
  ),
  resembles_blocked: history({ resembles_blocked: ['ip'] }, { resembles_blocked: [] }),
  thread_closed: history(thread({ open: false }), thread({ age_days: 9_000 })),
  thread_expired: history(thread({ age_days: 31 }), thread({ age_days: 30 }), { enabled: true }),
  language_not_served: body(
    'Ich finde diesen Artikel wirklich sehr gut geschrieben.',
    'I find that this article is very well written.',
    { languages: ['en'] },
  ),
  body_length: body('x'.repeat(10_001), 'x'.repeat(10_000)),
  strong_profanity: body('What shit is this?', 'Shiitake are no titbits.'),
  mild_profanity: body('Damn the dam.', 'The dam broke.'),
  possible_profanity: body('What a dick move.', 'Dick Cheney moved.'),
  other_language_profanity: {
    guilty: { body: 'Quelle merde, ce gouvernement', locale: 'fr' },
    innocent: { body: 'Quelle mer, ce gouvernement', locale: 'fr' },
  },
  slur: body('They are wetbacks.', 'Their backs are wet.'),
  possible_slur: body('A chink wrote this.', 'There is a chink in the armour.'),
  group_attack: body('I hate all Muslims.', 'I hate it when Muslims are insulted.'),
  dehumanising: body('Muslims are cockroaches.', 'Muslims are welcome, cockroaches are not.'),
  sexual_language: body('nice boobs', 'She has breast cancer.'),
  personal_attack: body('You are an idiot.', 'It is an idiotic plan, you are right.'),
  threat: body('I will kill you.', 'The heat will kill the plants.'),
  possible_threat: body('I will kill him in the ring.', 'He will win in the ring.'),
  advertising: body(
    'Cheap Viagra and Cialis, no prescription, free shipping!',
    'The doctor gave me a prescription.',
  ),
  link_count: body('a-one.com, b-two.org, c-three.net', 'a-one.com, b-two.org'),
  blocked_links: body('see evil.com', 'see devil.com', { domains: ['evil.com'] }),
  link_shortener: body('see bit.ly/abc', 'see abit.ly.example.com/abc'),
  personal_information: body('Write to joe@example.com', 'Write to @joe@example.social'),
  blocked_terms: body('our casinos', 'our cousins', { terms: ['casino'] }),
  classifier_scores: {
    guilty: { scores: { insult: 0.99 } },
    innocent: { scores: { insult: 0.2 } },
  },
  outside_scores: {
    guilty: { outside: { model: 'm-1', scores: { insult: 0.99 } } },
    innocent: { outside: { model: 'm-1', scores: { insult: 0.2 } } },
  },
  moderation_keys: body('my casino', 'my house', { keys: 'casino' }),
  disallowed_keys: body('my casino', 'my house', { keys: 'casino' }),
  repeated_text: {
    guilty: { body: AD, history: { same_text_age: 60 } },
    innocent: { body: 'I agree.', history: { same_text_age: 60 } },
  },
  posting_too_fast: history({ recent_ages: times(8, 59) }, { recent_ages: times(8, 61) }),
  campaign: {
    guilty: { body: AD, history: { same_text_authors: 2 } },
    innocent: { body: AD, history: { same_text_authors: 1 } },
  },
  shouting: body('STOP THIS MADNESS AT ONCE, PLEASE', 'NATO and the EU met the UN today.'),
  character_flood: body(`no${'!'.repeat(30)}`, `no${'!'.repeat(29)}`),
  gibberish: body('asdfgh jklqwrt', 'The lengths of the rhythm.'),
  text_tricks: body('z\u0351\u0352\u0353\u0354', 'tie\u0302\u0301ng Vie\u0323\u0302t'),
  author_name: { guilty: { name: 'The Administrator' }, innocent: { name: 'Adminton Badminton' } },
  premoderation: { guilty: {}, innocent: {}, section: { enabled: true } },
  premoderated_thread: history(thread({ premoderated: true }), thread({})),
  new_author: history({ approved_count: 0 }, { approved_count: 1 }, { enabled: true }),
  author_history: history(
    { outcome_ages: { rejected: times(5, 1), approved: [] } },
    { outcome_ages: { rejected: [1], approved: times(4, 1) } },
  ),
  strikes: history({ strike_ages: [1, 30, 89] }, { strike_ages: [1, 30, 90] }),
  reported_often: history(
    { reports: { comments: 3, reporters: 4 } },
    { reports: { comments: 1, reporters: 50 } },
  ),
  edited_after_rejection: history({ rejected_by_person: true }, { rejected_by_person: false }),
};

const found = (id: string, comment: Case): readonly string[] => {
  const section = { ...PAIRS[id]?.section };
  return findingsOf(id, comment, { rules: { [id]: section } }).map(({ outcome }) => outcome);
};

describe('Every rule', () => {
  it('has its pair of comments here', () => {
    expect(Object.keys(PAIRS).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(Object.entries(PAIRS))('%s finds the guilty one', (id, { guilty }) => {
    expect(found(id, guilty)).toEqual(['match']);
  });

  // Premoderation holds whatever comes.
  it.each(Object.entries(PAIRS).filter(([id]) => id !== 'premoderation'))(
    '%s does not find the innocent one',
    (id, { innocent }) => {
      expect(found(id, innocent)).toEqual([]);
    },
  );

  it.each(Object.entries(PAIRS))('%s is not heard when it is switched off', (id, { guilty }) => {
    const off = { rules: { [id]: { ...PAIRS[id]?.section, enabled: false } } };
    expect(findingsOf(id, guilty, off)).toEqual([]);
  });
});
