import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf, judged } from '../judging.js';

const only = (rule: string, section: Record<string, unknown>): unknown => ({
  rules: { [rule]: section },
});

describe('body_length', () => {
  it('holds a text that is longer than the policy wants', () => {
    expect(findingsOf('body_length', { body: 'é'.repeat(10_001) })).toMatchObject([
      { reason: 'conduct.too_long', action: 'hold' },
    ]);
    expect(findingsOf('body_length', { body: 'é'.repeat(10_000) })).toEqual([]);
  });

  it('holds one that is shorter, without the space around it', () => {
    const policy = only('body_length', { min_characters: 5 });
    expect(findingsOf('body_length', { body: ' Yes. ' }, policy)).toHaveLength(1);
    expect(findingsOf('body_length', { body: 'Maybe' }, policy)).toEqual([]);
  });

  it('counts an emoji as one character', () => {
    const policy = only('body_length', { max_characters: 3 });
    expect(findingsOf('body_length', { body: '😀😀😀' }, policy)).toEqual([]);
    expect(findingsOf('body_length', { body: '😀😀😀😀' }, policy)).toHaveLength(1);
  });
});

describe('link_count', () => {
  const two = 'See https://a-one.com/x and www.b-two.org.';

  it('lets two links pass and holds three, each covered', () => {
    expect(judged({ body: two }).action).toBe('approve');
    expect(coveredBy('link_count', `${two} And c-three.net!`)).toEqual([
      'https://a-one.com/x',
      'www.b-two.org',
      'c-three.net',
    ]);
  });

  it('holds the first where the policy permits none', () => {
    const none = only('link_count', { max_links: 0 });
    expect(judged({ body: 'See example.com' }, none).action).toBe('hold');
    expect(judged({ body: 'See for yourself' }, none).action).toBe('approve');
  });
});

describe('personal_information', () => {
  it.each([
    ['personal_information.email', 'write to joe.b@example.com', 'joe.b@example.com'],
    ['personal_information.phone', 'call +44 20 7946 0958 now', '+44 20 7946 0958'],
    ['personal_information.phone', 'my number is 212-736-5000', '212-736-5000'],
    ['personal_information.card', 'pay 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ])('holds %s in "%s"', (reason, body, covered) => {
    expect(judged({ body }).action).toBe('hold');
    expect(findingsOf('personal_information', { body })).toMatchObject([{ reason }]);
    expect(coveredBy('personal_information', body)).toEqual([covered]);
  });

  it.each([
    '@kim@example.social said so in 1984-85.',
    'ISBN 978-3-16-148410-0, score 3-2, price 1,234,567.89',
    'Order 4111111111111112 was lost.',
    'Pi is 3.14159265358979.',
  ])('lets "%s" pass', (body) => {
    expect(judged({ body }).action).toBe('approve');
  });

  it('reads numbers as the locale of the comment has them', () => {
    const body = 'Ruf an: 030 901820';
    expect(findingsOf('personal_information', { body, locale: 'de-DE' })).toHaveLength(1);
    expect(findingsOf('personal_information', { body, locale: 'en-US' })).toEqual([]);
  });
});

describe('blocked_terms', () => {
  const terms = ['casino*', 'blue pill', 'Зенит'];
  const policy = only('blocked_terms', { terms });

  it.each([
    ['Visit our c@sinos', 'c@sinos'],
    ['take the BLUE-PILL today', 'BLUE-PILL'],
    ['Болей за зенит', 'зенит'],
    ['c a s i n o nights', 'c a s i n o'],
  ])('rejects "%s"', (body, covered) => {
    expect(judged({ body }, policy).action).toBe('reject');
    expect(coveredBy('blocked_terms', body, policy)).toEqual([covered]);
  });

  it('reads the name of the author as well', () => {
    expect(findingsOf('blocked_terms', { name: 'Casino King' }, policy)).toMatchObject([
      { field: 'author.name', terms: ['casino*'] },
    ]);
  });

  it('finds nothing where there are none', () => {
    expect(judged({ body: 'Visit our casinos' }).findings).toEqual([]);
  });
});

describe('shouting', () => {
  it.each([
    ['STOP THIS MADNESS AT ONCE, PLEASE', 'hold'],
    ['NATO and the EU met the UN and the WHO today.', 'approve'],
    ['NO WAY', 'approve'],
    ['ΑΥΤΟ ΕΙΝΑΙ ΤΟΣΟ ΛΑΘΟΣ ΠΑΙΔΙΑ ΜΟΥ', 'hold'],
    ['مرحبا بكم في هذا الموقع الجميل جدا', 'approve'],
    ['გამარჯობა ეს არის ძალიან კარგი სტატია ABC DEF GHI JKL MNO', 'approve'],
    ['ABCDEFGHIJKLM مرحبا بكم في NOPQRSTUVWXYZ', 'hold'],
    ['这是一个很长的没有大小写的句子，没有人在喊叫，真的没有。', 'approve'],
  ])('"%s" comes out as %s', (body, action) => {
    expect(judged({ body }).action).toBe(action);
  });
});
