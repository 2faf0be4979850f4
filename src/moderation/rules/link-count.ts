import { Type } from '@sinclair/typebox';

import { compileDomains, domainList } from '../domain-list.js';
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
  allowed_domains: domainList(
    "Domains, with everything below them, whose links do not count: the publisher's own pages.",
  ),
});

export const linkCount: Rule<typeof settings> = {
  id: 'link_count',
  standard: 'spam',
  reasons: ['spam.links'],
  description: 'Finds comments with many links, the commonest mark of advertising.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ max_links, allowed_domains }) => {
    const isAllowed = compileDomains(allowed_domains);
    return ({ shadow }) => {
      const links = linksOf(shadow).filter(({ host }) => !isAllowed(host));
      if (links.length <= max_links) return CLEAR;
      const hits = links.map(({ start, end, domain }) => ({ start, end, term: domain }));
      return matchOf('spam.links', 'body', hits);
    };
  },
  gauges: ({ max_links, allowed_domains }, { shadow }) => {
    const isAllowed = compileDomains(allowed_domains);
    const links = linksOf(shadow).filter(({ host }) => !isAllowed(host));
    return [{ setting: 'max_links', value: links.length, limit: max_links }];
  },
};
