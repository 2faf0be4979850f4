import { Type } from '@sinclair/typebox';

import { forgetCallbacks } from '../../operations/forget-callbacks.js';
import type { FrontScope } from '../front.js';
import { monthOf, statsOf, SUBSCRIPTION, thisMonth } from './account.js';
import { asking, guarded, post } from './post.js';
import {
  plain,
  REFUSALS,
  SitesSchema,
  StatsSchema,
  SubscriptionSchema,
  UsageSchema,
  VerifySchema,
} from './schemas.js';
import { formOf } from './shown-key.js';
import { keySites, sitesAsCsv, type SitesQuery } from './sites.js';

/** What a client asks about its key and its account, at /1.1. */
export const accountRoutes: FrontScope['routes'] = (app, deps) => {
  const verify = {
    operationId: 'akismetVerifyKey',
    summary: 'Say whether a key is good, as Akismet does',
    body: VerifySchema,
    response: { 200: plain('Whether it is.', ['valid', 'invalid']), ...REFUSALS },
  };
  post(app, deps, { path: '/verify-key', scope: 'submit', schema: verify }, async () => ({
    body: 'valid',
  }));

  const deactivate = {
    operationId: 'akismetDeactivate',
    summary: 'Tell a client of nothing any more',
    description: 'Ends the callbacks of the key on the host of `blog`. The key stays good.',
    body: VerifySchema,
    response: { 200: plain('It is done.', ['deactivated', 'invalid']), ...REFUSALS },
  };
  post(app, deps, { path: '/deactivate', scope: 'submit', schema: deactivate }, async (request) => {
    const { caller } = asking(deps, request);
    await forgetCallbacks(deps, { caller, blog: formOf(request).text('blog').trim() });
    return { body: 'deactivated' };
  });

  const subscription = {
    operationId: 'akismetGetSubscription',
    summary: 'Say what a client’s account is',
    description: 'WordPress asks before it keeps a key.',
    body: VerifySchema,
    response: { 200: SubscriptionSchema, ...REFUSALS },
  };
  app.post('/get-subscription', guarded(deps, 'submit', subscription), async () => SUBSCRIPTION);

  const stats = {
    operationId: 'akismetGetStats',
    summary: 'Count what was spam',
    description: 'Of the site of the key, over the last days that `from` names.',
    body: VerifySchema,
    response: { 200: StatsSchema, ...REFUSALS },
  };
  app.post('/get-stats', guarded(deps, 'submit', stats), async (request) =>
    statsOf(deps, deps.gate.callerOf(request), formOf(request).text('from').trim()),
  );
};

const text = Type.Optional(Type.String());
const keyQuery = { api_key: text };

/** The same at /1.2. */
export const usageRoutes: FrontScope['routes'] = (app, deps) => {
  const usage = {
    operationId: 'akismetUsageLimit',
    summary: 'Say how much was used this month',
    querystring: Type.Object(keyQuery),
    response: { 200: UsageSchema, ...REFUSALS },
  };
  app.get('/usage-limit', guarded(deps, 'submit', usage), async (request) => {
    const sums = await monthOf(deps, deps.gate.callerOf(request), thisMonth(deps));
    const used = (sums?.spam ?? 0) + (sums?.ham ?? 0);
    return { limit: 'none', usage: used, percentage: '0.00', throttled: false };
  });

  const sites = {
    operationId: 'akismetKeySites',
    summary: 'List the sites that use a key',
    description: 'A key is of one site, which stands here by its id.',
    querystring: Type.Object({
      ...keyQuery,
      month: text,
      filter: text,
      format: Type.Optional(Type.String({ enum: ['json', 'csv'] })),
      limit: text,
      offset: text,
    }),
    response: { 200: SitesSchema, ...REFUSALS },
  };
  app.get('/key-sites', guarded(deps, 'submit', sites), async (request, reply) => {
    const query = request.query as SitesQuery & { readonly format?: unknown };
    const page = await keySites(deps, deps.gate.callerOf(request), query);
    const { month, sites: rows, ...rest } = page;
    return query.format === 'csv'
      ? reply.type('text/csv; charset=utf-8').serializer(String).send(sitesAsCsv(page))
      : { [month]: rows, ...rest };
  });
};
