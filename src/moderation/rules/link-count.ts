import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import { linksOf } from '../links-of.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  max_links: Type.Integer({
    minimum: 0,
    maximum: 1_000,
    default: 2,
    description: 'A comment with more links than this matches; 0 finds every link.',
  }),
});

export const linkCount: Rule<typeof settings> = {
  id: 'link_count',
  standard: 'spam',
  reasons: ['spam.links'],
  description: 'Finds comments with many links, the commonest mark of advertising.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ max_links }) => ({ shadow }) => {
    const links = linksOf(shadow);
    if (links.length <= max_links) return CLEAR;
    const hits = links.map(({ start, end, domain }) => ({ start, end, term: domain }));
    return matchOf('spam.links', 'body', hits);
  },
};
