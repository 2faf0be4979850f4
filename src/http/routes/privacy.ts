import { eraseAuthor } from '../../operations/erase-author.js';
import { exportAuthor } from '../../operations/export-author.js';
import { callerOf } from '../auth.js';
import { logFault } from '../problem.js';
import type { Routes } from '../routes.js';
import { idParams } from '../schemas/fields.js';
import { EraseAuthorSchema, ErasureSchema } from '../schemas/privacy.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { streamedJson } from '../streamed-json.js';

const tags = ['Authors'];
const anyId = idParams('Our id of the author, or yours.');

const exportAuthorRoute: Routes = (app, deps) => {
  app.get(
    '/v1/authors/:id/export',
    {
      // Whoever asks for the headers alone is given nothing, and the record would say otherwise.
      exposeHeadRoute: false,
      config: { scope: 'admin' },
      schema: {
        operationId: 'exportAuthor',
        summary: 'All that is held about an author',
        description:
          'For a request under Article 15 or 20 of the GDPR: the author, every comment with what ' +
          'hangs on it, reports and notices about and by the author, warnings, notes, blocks, and ' +
          'the record. One JSON object, written while it is read. On record as `author.exported`. ' +
          'docs/privacy.md lists the members.',
        tags,
        params: anyId,
        response: {
          200: {
            description: 'One JSON object, as a stream.',
            content: { 'application/json': { schema: {} } },
          },
          ...problems('not_found'),
        },
      },
    },
    async (request, reply) => {
      const members = await exportAuthor(deps, { caller: callerOf(request), ...request.params });
      const onFault = (fault: unknown): void => {
        logFault(deps.log, request, fault);
      };
      return reply.type('application/json').send(streamedJson(members, onFault));
    },
  );
};

const eraseAuthorRoute: Routes = (app, deps) => {
  app.post(
    '/v1/authors/:id/erase',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'eraseAuthor',
        summary: 'Erase an author’s personal data',
        description:
          'Cannot be undone. From then on nobody finds the author by name, address or id, and who ' +
          'posts under them is somebody new. A long history is erased in steps, which the service ' +
          'finishes by itself: `finished_at` says whether it has. Asking again is harmless; it can ' +
          'erase texts that were kept at first. On record as `author.erasing` and `author.erased`.',
        tags,
        params: anyId,
        body: reference(EraseAuthorSchema),
        response: { 200: reference(ErasureSchema), ...problems('invalid_request', 'not_found') },
      },
    },
    async (request) => {
      const { confirm, keep_texts, keep_blocks = true, reason = null } = request.body;
      const caller = callerOf(request);
      const asked = { ...request.params, confirm, keep_texts, keep_blocks, reason };
      const { known_as: _, done_through: __, requested_by: ___, ...erasure } = await eraseAuthor(
        deps,
        { caller, ...asked },
      );
      return erasure;
    },
  );
};

export const privacyRoutes: Routes = (app, deps) => {
  exportAuthorRoute(app, deps);
  eraseAuthorRoute(app, deps);
};
