import { Type } from '@sinclair/typebox';

import { STREAM_TYPES } from '../../domain/audit.js';
import { placeToBegin } from '../../operations/events/place-to-begin.js';
import { callerOf } from '../auth.js';
import { eventStreams } from '../event-stream.js';
import type { Routes } from '../routes.js';
import { problems } from '../schemas/problem.js';
import { oneOf } from '../schemas/reference.js';
import { sequenceOf } from '../views/audit-view.js';

const place = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 15, description }));

export const eventRoutes: Routes = (app, deps) => {
  const open = eventStreams(app, deps);
  app.get(
    '/v1/events',
    {
      // Of a stream that does not end there is no head: nobody would ever close it.
      exposeHeadRoute: false,
      config: { scope: 'moderate' },
      schema: {
        operationId: 'streamEvents',
        summary: 'What happens, as it happens',
        description:
          'Server-sent events: `id` is a place in the record, `event` a type, `data` an Event. With ' +
          '`Last-Event-ID`, as browsers send it when they connect again, the stream goes on after ' +
          'that place and leaves nothing out; without, it begins now. A place beyond the end of the ' +
          'record, as after a restore from a backup, is `invalid_cursor`: begin without it, and read ' +
          'anew what you show. Beside what webhooks are sent it tells who takes a comment of the ' +
          'queue and gives it back. The stream ends, at the latest ' +
          'after some seconds, when the key is revoked or the session is over.',
        tags: ['Record'],
        headers: Type.Object({ 'last-event-id': place('The last `id` seen; 0 for everything.') }),
        querystring: Type.Object({
          last_event_id: place('The same for clients that cannot set a header.'),
          types: Type.Optional(
            Type.Array(oneOf(STREAM_TYPES), {
              maxItems: STREAM_TYPES.length,
              description: 'Only these; all when left out.',
            }),
          ),
        }),
        produces: ['text/event-stream'],
        response: {
          200: {
            description: 'A stream that stays open.',
            content: { 'text/event-stream': { schema: Type.String() } },
          },
          ...problems('invalid_request', 'invalid_cursor', 'too_many_streams'),
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { types = null, last_event_id } = request.query;
      const seen = sequenceOf(request.headers['last-event-id'] ?? last_event_id);
      const after = await placeToBegin(deps, { caller, seen });
      return open(reply, { caller, session: request.session, types, after });
    },
  );
};
