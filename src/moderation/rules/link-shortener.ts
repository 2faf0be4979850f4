import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import { linksOf } from '../links-of.js';
import type { Rule } from '../rule.js';
import { list } from '../terms/list.js';

const settings = Type.Object({});

/** Services whose addresses say nothing of where they lead. */
const SHORTENERS: ReadonlySet<string> = new Set(
  list(`
    bit.ly, bitly.com, buff.ly, cutt.ly, goo.gl, is.gd, j.mp, lnkd.in, ow.ly, rb.gy, rebrand.ly,
    shorte.st, shorturl.at, soo.gd, t.co, t.ly, tiny.cc, tinyurl.com, trib.al, v.gd, adf.ly,
    dlvr.it, fb.me, s.id, short.io, snip.ly, urlz.fr, wp.me, x.co, shorturl.com, t2m.io, bl.ink,
    tr.im, clck.ru, vk.cc, u.to, qr.ae, n9.cl, da.gd, v.ht, gg.gg, surl.li, rotf.lol, amzn.to,
    ift.tt, hubs.ly, mcaf.ee, tiny.one, shrtco.de, 1url.com, cli.gs, bc.vc, ouo.io, linkvertise.com`),
);

export const linkShortener: Rule<typeof settings> = {
  id: 'link_shortener',
  standard: 'spam',
  reasons: ['spam.shortener'],
  description: 'Finds shortened links, which hide where they lead.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => ({ shadow }) =>
    matchOf(
      'spam.shortener',
      'body',
      linksOf(shadow).flatMap(({ start, end, domain }) =>
        SHORTENERS.has(domain) ? [{ start, end, term: domain }] : [],
      ),
    ),
};
