import { Type } from '@sinclair/typebox';

import { BLOCK_KINDS } from '../../domain/block.js';
import { createBlock } from '../../operations/create-block.js';
import { liftBlock } from '../../operations/lift-block.js';
import { listBlocks } from '../../operations/list-blocks.js';
import { callerOf } from '../auth.js';
import { pageRequest } from '../page-request.js';
import type { Routes } from '../routes.js';
import { BlockPageSchema, BlockSchema, NewBlockSchema } from '../schemas/block.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';

const tags = ['Blocks'];

export const blockRoutes: Routes = (app, deps) => {
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
        response: { 200: reference(BlockPageSchema), ...problems('invalid_request') },
      },
    },
    async (request) => {
      const { kind = null, include_past = false, ...rest } = request.query;
      const page = pageRequest(rest);
      const caller = callerOf(request);
      const { data, next_cursor } = await listBlocks(deps, { caller, kind, include_past, page });
      return { data: [...data], next_cursor };
    },
  );

  app.post(
    '/v1/blocks',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'createBlock',
        summary: 'Block a name, an e-mail address, a domain, an IP or a range',
        description: 'In force for the very next comment. Replaces a block on the same value.',
        tags,
        body: reference(NewBlockSchema),
        response: {
          201: reference(BlockSchema),
          ...problems('invalid_request', 'invalid_date', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { mode = 'reject', until = null, ...said } = request.body;
      const block = await createBlock(deps, { caller: callerOf(request), ...said, mode, until });
      return reply.code(201).send(block);
    },
  );

  app.delete(
    '/v1/blocks/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'liftBlock',
        summary: 'Lift a block',
        description: 'It stays on record, with who lifted it and when.',
        tags,
        params: idParams('The id of the block.'),
        response: { 200: reference(BlockSchema), ...problems('not_found') },
      },
    },
    async (request) => liftBlock(deps, { caller: callerOf(request), ...request.params }),
  );
};
