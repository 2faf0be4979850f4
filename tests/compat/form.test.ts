import { describe, expect, it } from 'vitest';

import { charsetOf, readForm } from '../../src/compat/akismet/form.js';
import { FORM_FIELDS_MAX, FORM_LIST_MAX } from '../../src/limits/fronts.js';

const read = (body: string | Buffer, charset: string | null = null) =>
  readForm(Buffer.from(body as string, 'utf8'), charset);

describe('A form of Akismet', () => {
  it.each([
    ['UTF-8, escaped', 'comment_content=caf%C3%A9+%26+%E2%98%95', null, 'café & ☕'],
    ['UTF-8, as it is', 'comment_content=café', null, 'café'],
    ['latin-1, by its media type', 'comment_content=caf%E9', 'iso-8859-1', 'café'],
    ['latin-1, by its field', 'comment_content=caf%E9&blog_charset=ISO-8859-1', null, 'café'],
    ['latin-1, said to be UTF-8', 'comment_content=caf%E9', 'utf-8', 'café'],
    ['windows-1252, said by nobody', 'comment_content=%93so%94', null, '“so”'],
    ['Shift_JIS', 'comment_content=%83R%83%81%83%93%83g', 'shift_jis', 'コメント'],
    ['in no encoding there is', 'comment_content=caf%E9', 'klingon', 'café'],
    ['with a NUL', 'comment_content=a%00b', null, 'ab'],
    ['with signs that escape nothing', 'comment_content=100%+%zz', null, '100% %zz'],
    ['with an escaped name', 'comment%5Fcontent=a', null, 'a'],
    ['with an equals sign in it', 'comment_content=a=b', null, 'a=b'],
  ])('is read: %s', (_, body, charset, expected) => {
    expect(read(body, charset).text('comment_content')).toBe(expected);
  });

  it('has the last of what is sent twice, and all of a list', () => {
    const form = read(
      'blog=a&blog=b&comment_context[]=x&comment_context%5B7%5D=y&comment_context[key]=z',
    );
    expect(form.text('blog')).toBe('b');
    expect(form.list('comment_context')).toEqual(['x', 'y', 'z']);
    expect(form.text('permalink')).toBe('');
    expect(form.list('permalink')).toEqual([]);
  });

  it('is no longer than it may be, whatever its fields are called', () => {
    const fields = (count: number) => Array(count).fill('x=1').join('&');
    expect(read(`${fields(FORM_FIELDS_MAX - 1)}&blog=a`).text('blog')).toBe('a');
    expect(() => read(fields(FORM_FIELDS_MAX + 1))).toThrow(`${FORM_FIELDS_MAX} fields`);
    const list = Array(FORM_LIST_MAX + 5).fill('comment_context[]=a').join('&');
    expect(read(list).list('comment_context')).toHaveLength(FORM_LIST_MAX);
  });

  it.each([
    ['application/x-www-form-urlencoded; charset=ISO-8859-1', 'ISO-8859-1'],
    ['application/x-www-form-urlencoded;charset="utf-8"', 'utf-8'],
    ['application/x-www-form-urlencoded', null],
    [undefined, null],
  ])('has the charset of its media type: %s', (type, charset) => {
    expect(charsetOf(type)).toBe(charset);
  });
});
