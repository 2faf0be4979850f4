import { CLAIM_COUNT_DEFAULT, CLAIM_MINUTES_DEFAULT } from '../../limits/desk.js';
import { claimComment } from '../../operations/claim-comment.js';
import { claimComments } from '../../operations/claim-comments.js';
import { listClaims } from '../../operations/list-claims.js';
import { releaseClaims } from '../../operations/release-claims.js';
import { callerOf } from '../auth.js';
import { idempotencyHeaders, idempotentRequest } from '../idempotency.js';
import type { Routes } from '../routes.js';
import { ClaimOneSchema, ClaimSchema } from '../schemas/claim.js';
import { idParams } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { ClaimsSchema, ReleasedSchema, TakeClaimsSchema } from '../schemas/queue.js';
import { reference } from '../schemas/reference.js';
import { claimView } from '../views/claim-view.js';
import { queueItemView } from '../views/queue-view.js';

const tags = ['Queue'];

const takeClaimsRoute: Routes = (app, deps) => {
  app.post(
    '/v1/queue/claims',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'claimComments',
        summary: 'Take the next comments of the queue',
        description:
          'The next that nobody holds, for some minutes: two moderators never get the same. A ' +
          'claim ends with a decision, when it is given back, or by itself.',
        tags,
        headers: idempotencyHeaders,
        body: reference(TakeClaimsSchema),
        response: {
          200: reference(ClaimsSchema),
          ...problems(
            'invalid_request',
            'invalid_idempotency_key',
            'idempotency_key_reused',
            'request_in_progress',
          ),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const {
        count = CLAIM_COUNT_DEFAULT,
        minutes = CLAIM_MINUTES_DEFAULT,
        filter: query = {},
      } = request.body;
      const idempotency = idempotentRequest(request);
      const taken = await claimComments(deps, { caller, query, count, minutes, idempotency });
      return { data: taken.map((item) => queueItemView(item, caller)) };
    },
  );
};

const claimOneRoute: Routes = (app, deps) => {
  app.post(
    '/v1/queue/claims/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'claimComment',
        summary: 'Take one comment',
        description:
          'The one that the moderator looks at, wherever it stands. A claim of one’s own begins ' +
          'anew; whoever holds fifty gives back the one they took first.',
        tags,
        params: idParams('Our id of the comment, or yours.'),
        body: reference(ClaimOneSchema),
        response: {
          200: reference(ClaimSchema),
          ...problems('invalid_request', 'not_found', 'comment_deleted', 'claimed_by_another'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { minutes = CLAIM_MINUTES_DEFAULT } = request.body;
      return claimView(await claimComment(deps, { caller, ...request.params, minutes }), caller);
    },
  );
};

const listClaimsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/queue/claims',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listClaims',
        summary: 'What this key holds',
        description: 'In the order of the queue. What has lapsed is not there.',
        tags,
        response: { 200: reference(ClaimsSchema) },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const items = await listClaims(deps, { caller });
      return { data: items.map((item) => queueItemView(item, caller)) };
    },
  );
};

const releaseClaimsRoutes: Routes = (app, deps) => {
  app.delete(
    '/v1/queue/claims',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'releaseClaims',
        summary: 'Give back everything that this key holds',
        tags,
        response: { 200: reference(ReleasedSchema) },
      },
    },
    async (request) => ({
      released: await releaseClaims(deps, { caller: callerOf(request), id: null }),
    }),
  );
  app.delete(
    '/v1/queue/claims/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'releaseClaim',
        summary: 'Give back one comment',
        tags,
        params: idParams('Our id of the comment, or yours.'),
        response: { 200: reference(ReleasedSchema), ...problems('not_found') },
      },
    },
    async (request) => ({
      released: await releaseClaims(deps, { caller: callerOf(request), ...request.params }),
    }),
  );
};

export const claimRoutes: Routes = (app, deps) => {
  takeClaimsRoute(app, deps);
  claimOneRoute(app, deps);
  listClaimsRoute(app, deps);
  releaseClaimsRoutes(app, deps);
};
