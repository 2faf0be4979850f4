import { Type } from '@sinclair/typebox';

import { BLOCK_KINDS } from '../../domain/block.js';
import { createBlock } from '../../operations/create-block.js';
import { getBlock } from '../../operations/get-block.js';
import { liftBlock } from '../../operations/lift-block.js';
import { listBlocks } from '../../operations/list-blocks.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import {
  BlockFileSchema,
  BlockLiftedSchema,
  ending,
  ListedBlockPageSchema,
  NewBlockSchema,
} from '../schemas/block.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import { blockFileView, blockTerms } from '../views/block-view.js';

const tags = ['Blocks'];

const blockId = idParams('The id of the block.');

export const blockRoutes: Routes = (app, deps) => {
  listBlocksRoute(app, deps);
  getBlockRoute(app, deps);
  createBlockRoute(app, deps);
  liftBlockRoute(app, deps);
};

const getBlockRoute: Routes = (app, deps) => {
  app.get(
    '/v1/blocks/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getBlock',
        summary: 'Read one block',
        description: 'In force or past: who made it and why, how it ended, what it keeps down.',
        tags,
        params: blockId,
        response: { 200: reference(BlockFileSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      blockFileView(await getBlock(deps, { caller: callerOf(request), ...request.params })),
  );
};

const listBlocksRoute: Routes = (app, deps) => {
  app.get(
    '/v1/blocks',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listBlocks',
        summary: 'List blocks',
        description: 'Newest first; those in force, unless past ones are asked for too.',
        tags,
        querystring: Type.Object({
          kind: Type.Optional(oneOf(BLOCK_KINDS)),
          include_past: Type.Optional(Type.Boolean({ default: false })),
          ...pageQuery,
        }),
        response: {
          200: reference(ListedBlockPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const { kind = null, include_past = false, ...rest } = request.query;
      const page = pageOfIds(rest, 'blk');
      const caller = callerOf(request);
      const { data, next_cursor } = await listBlocks(deps, { caller, kind, include_past, page });
      return { data: [...data], next_cursor };
    },
  );
};

const createBlockRoute: Routes = (app, deps) => {
  app.post(
    '/v1/blocks',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'createBlock',
        summary: 'Block a name, an e-mail address, a domain, an IP or a range',
        description:
          'In force for the very next comment. Replaces a block on the same value. With ' +
          '`reject_since` or `reject_hours`, what came in since is rejected too.',
        tags,
        body: reference(NewBlockSchema),
        response: {
          201: reference(BlockFileSchema),
          ...problems('invalid_request', 'invalid_date', 'not_found', 'too_many_comments'),
        },
      },
    },
    async (request, reply) => {
      const { kind, value, ...said } = request.body;
      const caller = callerOf(request);
      const input = { caller, kind, value, ...blockTerms(said) };
      return reply.code(201).send(blockFileView(await createBlock(deps, input)));
    },
  );
};

const liftBlockRoute: Routes = (app, deps) => {
  app.delete(
    '/v1/blocks/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'liftBlock',
        summary: 'Lift a block',
        description:
          'It stays on record, with who lifted it, when and why. What it alone rejected comes ' +
          'back, unless somebody has decided since or `restore` is false.',
        tags,
        params: blockId,
        querystring: Type.Object(ending),
        response: {
          200: reference(BlockLiftedSchema),
          ...problems('invalid_request', 'not_found', 'too_many_comments'),
        },
      },
    },
    async (request) => {
      const { reason = null, restore = true } = request.query;
      const caller = callerOf(request);
      const lifted = await liftBlock(deps, { caller, ...request.params, reason, restore });
      const { restored_comments } = lifted;
      return { ...blockFileView(lifted), restored_comments };
    },
  );
};
