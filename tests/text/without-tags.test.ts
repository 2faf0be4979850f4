import { describe, expect, it } from 'vitest';

import { withoutTags } from '../../src/text/without-tags.js';

describe('A text without its tags', () => {
  it.each([
    ['has what stands in them', 'a <b>bold</b> word', 'a bold word'],
    ['joins what they part', 'ca<i></i>sino', 'casino'],
    ['has no scripts', 'a<SCRIPT src="x">evil()</script >b</script>c', 'ac'],
    ['has no styles', '<style>p{}</style>x', 'x'],
    ['keeps what a script without an end is followed by', '<script>x', 'x'],
    ['keeps a sign before a space', '1 < 2 and 3', '1 < 2 and 3'],
    ['does not end a tag in quotation marks', '<a title="x > y\'">z', 'z'],
    ['ends with a tag that is never closed', 'a <b c', 'a '],
    ['ends with a quotation that is never closed', `a <b c='>d`, 'a '],
    ['keeps a text without tags', 'plain', 'plain'],
    ['is empty for a sign at the end', 'x<', 'x'],
  ])('%s', (_, source, text) => {
    expect(withoutTags(source).text).toBe(text);
  });

  it('knows where each character stood', () => {
    const source = 'a<b>b</b> < c<i>d';
    const { text, places } = withoutTags(source);
    expect(places.map((place) => source.charAt(place)).join('')).toBe(text);
  });
});
