import { describe, expect, it } from 'vitest';

import { findingsOf, judged } from '../judging.js';

const policy = {
  allowed_terms: ['Editor Kim'],
  rules: { author_name: { protected_names: ['Jane Doe', 'The Editors', 'Daily Planet'] } },
};
const reasonsOf = (name: string, input?: unknown): readonly string[] =>
  findingsOf('author_name', { name }, input).map(({ reason }) => reason);

describe('A name that claims a title is held:', () => {
  it.each([
    'Admin',
    'ADMIN',
    'аdmin',
    'Adm1n',
    'A d m i n',
    'admin_123',
    'admin1',
    'The Administrator',
    'SiteAdmin',
    'Site Admin',
    'Moderator',
    'm0derat0r',
    'Moderatorr',
    'Our Moderators',
    'AdminTeam',
    'Editor Kim',
    'editor-in-chief',
    'EDITOR_KIM',
    'Ed!tor Kim Lee',
    'Kim (Editor)',
    'Kim Lee [Moderator]',
    'Kim, Admin',
    'Kim - Webmaster',
  ])('"%s"', (name) => {
    expect(reasonsOf(name)).toEqual(['conduct.staff_title']);
    expect(judged({ name }).action).toBe('hold');
  });
});

describe('A name that reads like a protected one is held:', () => {
  it.each([
    'Jane Doe',
    'jane_d0e',
    'JaneDoe',
    'Jаnе Dое',
    'J a n e D o e',
    'Jane  Dooe!',
    'The Real Jane Doe',
    'Jane Doe (official)',
    'Dr. Jane Doe',
    'Daily Planet',
    'DailyPlanet Team',
    'Daily Planet Admin',
  ])('"%s"', (name) => {
    expect(reasonsOf(name, policy)).toEqual(['conduct.impersonation']);
  });

  it.each(['The Editors', 'Editor Jane Doe'])('"%s", with its title', (name) => {
    expect(reasonsOf(name, policy)).toEqual(['conduct.impersonation', 'conduct.staff_title']);
  });

  it('and the finding names whom', () => {
    const [finding] = findingsOf('author_name', { name: 'the real jane doe' }, policy);
    expect(finding).toMatchObject({ terms: ['Jane Doe'], spans: [{ start: 0, end: 17 }] });
  });
});

describe('A name that is a known author’s', () => {
  it('is held for a new author alone', () => {
    const known = { namesake_approved: 20 };
    expect(judged({ history: known }).action).toBe('hold');
    expect(judged({ history: { ...known, approved_count: 1 } }).action).toBe('approve');
    expect(judged({ history: { namesake_approved: 19 } }).action).toBe('approve');
  });
});

describe('Nobody is impersonated by', () => {
  it.each([
    'Jane',
    'Jane Doering',
    'Jane Doe-Smith',
    'John Doe',
    'The Real Deal',
    'Video Editor',
    'ex-moderator',
    'co-editor Lee',
    'Adminton Badminton',
    'Modesty Blaise',
    'Kim Editorial',
    'Editor wanted by a local paper',
    'Planet Earth',
    'Editor Kim',
    '1234',
    '???',
    'Dr. Who',
    'Real Madrid',
  ])('"%s"', (name) => {
    expect(reasonsOf(name, policy)).toEqual([]);
  });

  it('a title, where the policy knows none', () => {
    expect(reasonsOf('Admin', { rules: { author_name: { staff_titles: [] } } })).toEqual([]);
  });
});

describe('A name is read as the text is:', () => {
  it.each([
    ['strong_profanity', 'fuck_this', 'reject'],
    ['strong_profanity', 'F.u.c.k', 'reject'],
    ['strong_profanity', 'fսckер', 'reject'],
    ['slur', 'K1ke Hunter', 'reject'],
    ['author_name', 'cheap-pills.example.com', 'hold'],
    ['author_name', 'joe@example.com', 'hold'],
  ])('%s finds "%s"', (rule, name, action) => {
    expect(findingsOf(rule, { name })).toMatchObject([{ field: 'author.name' }]);
    expect(judged({ name }).action).toBe(action);
  });

  it.each(['Dick Cheney', 'Scunthorpe United', 'Cockburn', 'Fanny Brice', 'Essex Girl'])(
    'nothing finds "%s"',
    (name) => {
      expect(judged({ name }).findings).toEqual([]);
    },
  );
});
