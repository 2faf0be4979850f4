import { describe, expect, it } from 'vitest';

import { pageOf } from '../../src/domain/page.js';

const items = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }));

describe('A page', () => {
  it.each([
    ['names the last item that it shows, where a surplus one was read', ['a', 'b', 'c'], 2, 'b'],
    ['is the last where no surplus item was read', ['a', 'b'], 2, null],
    ['is the last where fewer items were read than asked for', ['a'], 2, null],
    ['is the last where nothing was read', [], 2, null],
    ['of no items names none', ['a'], 0, null],
  ])('%s', (_, ids, limit, next_cursor) => {
    const data = items(...ids.slice(0, limit));
    expect(pageOf(items(...ids), limit)).toEqual({ data, next_cursor });
  });
});
