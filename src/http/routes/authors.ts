import { Type } from '@sinclair/typebox';

import { NAME_LENGTH_MAX } from '../../limits.js';
import { blockAuthor } from '../../operations/block-author.js';
import { getAuthor } from '../../operations/get-author.js';
import { listAuthorBlocks } from '../../operations/list-author-blocks.js';
import { listAuthors } from '../../operations/list-authors.js';
import { unblockAuthor } from '../../operations/unblock-author.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import {
  AuthorBlockedSchema,
  AuthorFileSchema,
  AuthorPageSchema,
  AuthorUnblockedSchema,
} from '../schemas/author.js';
import { BlockAuthorSchema, BlockPageSchema, UnblockAuthorSchema } from '../schemas/block.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { nullable, reference } from '../schemas/reference.js';
import { authorFileView, authorView } from '../views/author-view.js';
import { blockTerms } from '../views/block-view.js';

const tags = ['Authors'];
const anyId = idParams('Our id of the author, or yours.');

const listAuthorsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/authors',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listAuthors',
        summary: 'List authors',
        description: 'Newest first.',
        tags,
        querystring: Type.Object({
          name: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: NAME_LENGTH_MAX,
              description: 'Only authors with this in their name, whatever the case.',
            }),
          ),
          ...pageQuery,
        }),
        response: {
          200: reference(AuthorPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const { name = null, ...rest } = request.query;
      const page = pageOfIds(rest, 'aut');
      const caller = callerOf(request);
      const { data, next_cursor } = await listAuthors(deps, { caller, name, page });
      return { data: data.map(authorView), next_cursor };
    },
  );
};

const getAuthorRoute: Routes = (app, deps) => {
  app.get(
    '/v1/authors/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getAuthor',
        summary: 'Read one author with counts, standing and blocks',
        tags,
        params: anyId,
        response: { 200: reference(AuthorFileSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return authorFileView(await getAuthor(deps, { caller, ...request.params }), caller);
    },
  );
};

const blockAuthorRoute: Routes = (app, deps) => {
  app.post(
    '/v1/authors/:id/block',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'blockAuthor',
        summary: 'Block an author',
        description:
          'In force for the very next comment. Replaces a block that is in force. What of the ' +
          'author waits is rejected in the same transaction, and with `reject_since` or ' +
          '`reject_hours` what was approved since then as well.',
        tags,
        params: anyId,
        body: reference(BlockAuthorSchema),
        response: {
          200: reference(AuthorBlockedSchema),
          ...problems('invalid_request', 'invalid_date', 'not_found', 'too_many_comments'),
        },
      },
    },
    async (request) => {
      const { reject_pending = true, ...said } = request.body;
      const caller = callerOf(request);
      const blocked = await blockAuthor(deps, {
        caller,
        ...request.params,
        ...blockTerms(said),
        reject_pending,
      });
      const { block, rejected_comments } = blocked;
      return { author: authorFileView(blocked, caller), block, rejected_comments };
    },
  );
};

const unblockAuthorRoute: Routes = (app, deps) => {
  app.post(
    '/v1/authors/:id/unblock',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'unblockAuthor',
        summary: 'Lift the block on an author',
        description:
          'What the block alone rejected comes back, unless somebody has decided since or ' +
          '`restore` is false. Blocks on a name or an address stay; see /v1/blocks. The body may ' +
          'be left out.',
        tags,
        params: anyId,
        body: nullable(reference(UnblockAuthorSchema)),
        response: {
          200: reference(AuthorUnblockedSchema),
          ...problems('invalid_request', 'not_found', 'too_many_comments'),
        },
      },
    },
    async (request) => {
      const { reason = null, restore = true } = request.body ?? {};
      const caller = callerOf(request);
      const unblocked = await unblockAuthor(deps, { caller, ...request.params, reason, restore });
      const { restored_comments } = unblocked;
      return { ...authorFileView(unblocked, caller), restored_comments };
    },
  );
};

const listAuthorBlocksRoute: Routes = (app, deps) => {
  app.get(
    '/v1/authors/:id/blocks',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listAuthorBlocks',
        summary: 'List the blocks that there ever were on an author',
        description: 'Newest first, in force and past, with who made and who lifted them.',
        tags,
        params: anyId,
        querystring: Type.Object(pageQuery),
        response: {
          200: reference(BlockPageSchema),
          ...problems('invalid_request', 'invalid_cursor', 'not_found'),
        },
      },
    },
    async (request) => {
      const page = pageOfIds(request.query, 'blk');
      const caller = callerOf(request);
      const listed = await listAuthorBlocks(deps, { caller, ...request.params, page });
      return { data: [...listed.data], next_cursor: listed.next_cursor };
    },
  );
};

export const authorRoutes: Routes = (app, deps) => {
  listAuthorsRoute(app, deps);
  getAuthorRoute(app, deps);
  blockAuthorRoute(app, deps);
  unblockAuthorRoute(app, deps);
  listAuthorBlocksRoute(app, deps);
};
