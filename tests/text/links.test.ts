import { describe, expect, it } from 'vitest';

import { findLinks } from '../../src/text/links.js';

const read = (text: string): [string, string][] =>
  findLinks(text).map(({ start, end, domain }) => [text.slice(start, end), domain]);

describe('A link is', () => {
  it.each([
    ['an address with a scheme', 'see https://example.com/a?b=c now', 'https://example.com/a?b=c'],
    ['one that hides its scheme', 'see hxxps://example.com/a', 'hxxps://example.com/a'],
    ['one with its dots in brackets', 'see https://example[.]com', 'https://example[.]com'],
    ['one with www', 'see www.example.com.', 'www.example.com'],
    ['a bare domain', 'buy at example.com today', 'example.com'],
    ['one in parentheses', '(https://example.com)', 'https://example.com'],
    ['one with a user before the host', 'http://bank.example@example.com/', 'http://bank.example@example.com/'],
  ])('%s', (_, text, covered) => {
    expect(read(text)).toEqual([[covered, 'example.com']]);
  });

  it('named by its registrable domain', () => {
    expect(read('https://a.b.example.co.uk/x')[0]?.[1]).toBe('example.co.uk');
  });

  it('also one whose words begin with capitals', () => {
    expect(read('at Example.Com')[0]?.[1]).toBe('example.com');
  });

  it('also an address without a name', () => {
    expect(read('http://192.0.2.7/x')[0]?.[1]).toBe('192.0.2.7');
  });

  it('each of several, in Markdown and in a list', () => {
    expect(read('[here](https://a-b.com/x) c-d.com,e-f.org').map(([, domain]) => domain)).toEqual([
      'a-b.com',
      'c-d.com',
      'e-f.org',
    ]);
  });
});

describe('No link is', () => {
  it.each([
    ['an e-mail address', 'write to kim@example.com'],
    ['an abbreviation', 'e.g. the U.S. and i.e.'],
    ['a file or a program', 'main.py and Node.js'],
    ['two sentences without a space', 'It ended.The next began.'],
    ['a number', 'costs 3.50 or 1.2.3.4'],
    ['a text without a dot', 'nothing here'],
    ['a scheme without a host', 'see http:// or http://-x'],
    ['a number with a path', 'version 1.2.3.4/beta'],
    ['a name of one letter', 'I.am not sure'],
    ['two sentences whose next word is a country', 'yes.It was'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
