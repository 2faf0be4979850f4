import { describe, expect, it } from 'vitest';

import { htmlText, unescaped } from '../../src/formats/html-text.js';

const disqus = (html: string): string => htmlText(html, { lines: false });

describe('HTML read as text', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<p>One<br>Two<br/>\n Three</p>', 'One\nTwo\nThree'],
    ['<a href="https://x.example/a">the report</a>!', 'the report (https://x.example/a)!'],
    ['<a href="https://x.example/a">https://x.example/a</a>', 'https://x.example/a'],
    ['<a href="https://x.example/a/b/c">x.example/a...</a>', 'https://x.example/a/b/c'],
    ["<A HREF='https://x.example'>here<a href=https://y.example>there",
      'here (https://x.example)there (https://y.example)'],
    ['<a href="javascript:alert(1)">click</a>', 'click'],
    ['<img src="https://x.example/cat.png">', 'https://x.example/cat.png'],
    ['<spoiler>he dies</spoiler>', '[spoiler]he dies[/spoiler]'],
    ['<p>Said:</p><blockquote>one<br>two</blockquote><p>No.</p>', 'Said:\n\n> one\n> two\n\nNo.'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['<p>a &lt;b&gt; &amp;amp; &#8364;&#x20AC; &hellip; &nbsp;&made_up;</p>',
      'a <b> &amp; €€ … \u00a0&made_up;'],
    ['1 < 2 and 3 > 2, <3', '1 < 2 and 3 > 2, <3'],
    ['<p>before</p><script>alert("<p>no</p>")</script>after', 'before\n\nafter'],
    ['<!-- hidden --><b title="a > b">shown</b>', 'shown'],
    ['a <b never closed', 'a <b never closed'],
  ])('%j is %j', (html, text) => {
    expect(disqus(html)).toBe(text);
  });

  it('keeps line breaks where the source means them', () => {
    expect(htmlText('one\r\ntwo\n\n<b>three</b>', { lines: true })).toBe('one\ntwo\n\nthree');
    expect(disqus('one\ntwo')).toBe('one\ntwo');
    expect(disqus('<p>one\ntwo</p>')).toBe('one two');
  });

  it('knows no entity that is a member of every object', () => {
    expect(unescaped('&constructor; &toString; &#0; &#x110000;')).toBe(
      '&constructor; &toString; &#0; &#x110000;',
    );
  });

  it.each(['<a href="x', '<a '.repeat(9), '<', '<!--', '<script>', '"\'<b ', '&', '<a href=x>b'])(
    'reads a hundred thousand of %j in a moment',
    (piece) => {
      const started = performance.now();
      disqus(piece.repeat(100_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
