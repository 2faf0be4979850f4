import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf, judged } from '../judging.js';

const none = (more: object = {}): object => ({ rules: { link_count: { max_links: 0, ...more } } });

describe('link_count', () => {
  it.each([
    ['a link to the publisher’s own page', 'see news.example.com/x'],
    ['one to a page below it', 'see https://www.news.example.com/x'],
    ['one with its dots said', 'see news.example dot com'],
  ])('does not count %s', (_, body) => {
    const own = none({ allowed_domains: ['News.Example.com'] });
    expect(judged({ body }, own).action).toBe('approve');
    expect(judged({ body }, none()).action).toBe('hold');
  });

  it('counts those beside it', () => {
    const own = none({ allowed_domains: ['example.com'] });
    const body = 'example.com, other-example.com and example.com.evil.org';
    expect(coveredBy('link_count', body, own)).toEqual([
      'other-example.com',
      'example.com.evil.org',
    ]);
  });

  it('counts links with spelt dots', () => {
    expect(coveredBy('link_count', 'go to evil dot com and bad[dot]org', none())).toEqual([
      'evil dot com',
      'bad[dot]org',
    ]);
  });
});

describe('blocked_links', () => {
  const policy = { rules: { blocked_links: { domains: ['evil.com', 'пример.рф'] } } };

  it.each([
    ['as it is', 'see evil.com', 'evil.com'],
    ['below it', 'see http://a.b.evil.com/x', 'http://a.b.evil.com/x'],
    ['with its dot said', 'see evil dot com', 'evil dot com'],
    ['in its own script', 'на пример.рф', 'пример.рф'],
    ['in punycode', 'see xn--e1afmkfd.xn--p1ai', 'xn--e1afmkfd.xn--p1ai'],
  ])('finds a domain %s', (_, body, covered) => {
    expect(coveredBy('blocked_links', body, policy)).toEqual([covered]);
  });

  it('finds it as the page of the author, and no other', () => {
    const found = findingsOf('blocked_links', { url: 'https://evil.com/me' }, policy);
    expect(found).toMatchObject([{ field: 'author.url', terms: ['evil.com'] }]);
    expect(findingsOf('blocked_links', { url: 'https://devil.com' }, policy)).toEqual([]);
  });

  it('is not excused by the list of domains that do not count', () => {
    const both = {
      rules: { ...policy.rules, link_count: { allowed_domains: ['evil.com'] } },
    };
    expect(judged({ body: 'see evil.com' }, both).action).toBe('reject');
  });
});

describe('link_shortener', () => {
  it.each(['bit.ly/abc', 'https://t.co/x', 't.co/x', 'tinyurl dot com/x', 'tiny.cc/x'])(
    'holds %s',
    (body) => {
      expect(coveredBy('link_shortener', body)).toEqual([body]);
    },
  );

  it('lets other links pass', () => {
    expect(findingsOf('link_shortener', { body: 'example.com and abit.ly.example.com' })).toEqual([]);
  });
});
