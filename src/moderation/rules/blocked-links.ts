import { Type } from '@sinclair/typebox';

import { findLinks, type Link } from '../../text/links.js';
import { compileDomains, domainList } from '../domain-list.js';
import { matchOf } from '../hits.js';
import { linksOf } from '../links-of.js';
import { CLEAR, type Outcome, type Rule } from '../rule.js';

const settings = Type.Object({
  domains: domainList(
    'Domains that may not be linked to, with everything below them: "example.com".',
  ),
});

export const blockedLinks: Rule<typeof settings> = {
  id: 'blocked_links',
  standard: 'spam',
  reasons: ['spam.blocked_domain'],
  description:
    "Finds links to the publisher's blocked domains, in the body and as the author's page.",
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: ({ domains }) => {
    if (domains.length === 0) return () => CLEAR;
    const isBlocked = compileDomains(domains);
    const find = (links: readonly Link[], field: 'body' | 'author.url'): readonly Outcome[] =>
      matchOf(
        'spam.blocked_domain',
        field,
        links.flatMap(({ start, end, host, domain: term }) =>
          isBlocked(host) ? [{ start, end, term }] : [],
        ),
      );
    return ({ shadow, author_url }) => [
      ...find(linksOf(shadow), 'body'),
      ...(author_url === null ? [] : find(findLinks(author_url), 'author.url')),
    ];
  },
};
