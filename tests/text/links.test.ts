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

  it.each([
    ['its dot said', 'visit example dot com now', 'example dot com'],
    ['its dot disguised', 'example d0t com', 'example d0t com'],
    ['its dot said in parentheses', 'at example (dot) com.', 'example (dot) com'],
    ['its dot said in brackets', 'example[dot]com/x?y=1, see', 'example[dot]com/x?y=1,'],
    ['its dot in brackets and spaces', 'example [.] com', 'example [.] com'],
    ['its scheme spaced', 'http : // example.com/a', 'http : // example.com/a'],
    ['its scheme spaced and changed', 'hxxps: //example.com', 'hxxps: //example.com'],
    ['spaces around every dot', 'see www . example . com', 'www . example . com'],
    ['a space before its dot', 'go to example .com today', 'example .com'],
    ['a scheme before a said dot', 'hxxp://example dot com', 'hxxp://example dot com'],
    ['a scheme before a spaced dot', 'https://example .com', 'https://example .com'],
    ['a label before a said dot', 'www.example dot com', 'www.example dot com'],
    ['a sentence behind it', 'see example dot com. Then go', 'example dot com'],
    ['a sentence behind it that has no space', 'example dot com.Then', 'example dot com'],
  ])('also one with %s', (_, text, covered) => {
    expect(read(text)).toEqual([[covered, 'example.com']]);
  });

  it.each([
    ['an address of version 6', 'http://[2001:db8::1]/x', '2001:db8::1'],
    ['an address as one number', 'http://3232235777/', '3232235777'],
    ['a host in punycode', 'xn--e1afmkfd.xn--p1ai', 'xn--e1afmkfd.xn--p1ai'],
    ['a host in another script', 'на пример.рф есть', 'пример.рф'],
    ['a short host with a page', 'see t.co/abc', 't.co'],
    ['a doubtful ending with a page', 'see youtu.be/abc', 'youtu.be'],
    ['a host with two endings, said', 'shop dot example dot co dot uk', 'example.co.uk'],
  ])('also %s', (_, text, domain) => {
    expect(read(text).map(([, found]) => found)).toEqual([domain]);
  });

  it('each of several, said and written', () => {
    const text = 'a-b.com, c-d dot com, e-f.com and g-h (dot) com, i-j.com';
    expect(read(text).map(([, domain]) => domain)).toEqual([
      'a-b.com',
      'c-d.com',
      'e-f.com',
      'g-h.com',
      'i-j.com',
    ]);
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
    ['a version', 'since version 2.5.0 . Then'],
    ['a time or a price', '10.30 am, 10:30, $3.50, 3 . 50'],
    ['a score', 'won 2:1 and 3-2.'],
    ['talk of such addresses', 'the dot com bubble, a dot com company, buy .com domains'],
    ['a company and its time', 'Amazon dot com boom'],
    ['a dot in a sentence', 'connect the dot in the middle of polka dot dresses'],
    ['a dot at the end of a sentence', 'I came . He saw . In the end'],
    ['the name of a framework', 'Microsoft .NET and ASP .NET'],
    ['a missing space before a short word', 'Done.In fact.So what'],
    ['a missing space before a small word', 'it is over.in the end'],
    ['an ellipsis', 'well ... com'],
    ['a scheme alone', 'http : // and http://'],
    ['one letter and a said dot', 'x dot com'],
    ['a said dot before no ending', 'example dot nothing'],
    ['a bracketed dot before no ending', 'example (dot) nothing'],
    ['nothing before a dot', ' (dot) com and (.)(.)'],
    ['an ending alone', 'co dot uk'],
    ['a dot that ends the text', 'example dot '],
    ['a file with a folder', 'readme.md/x'],
    ['one letter and an ending', 'a.com'],
    ['a missing space before an ending', 'I love to shop.Online is best'],
    ['a scheme without a host', 'see http:// or http://-x'],
    ['a number with a path', 'version 1.2.3.4/beta'],
    ['a name of one letter', 'I.am not sure'],
    ['two sentences whose next word is a country', 'yes.It was'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
