import { Type } from '@sinclair/typebox';

import { closeSession } from '../../operations/close-session.js';
import { getSession } from '../../operations/get-session.js';
import { openSession } from '../../operations/open-session.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { SessionSchema } from '../schemas/session.js';
import { giveCookie, takeCookieBack } from '../session-cookie.js';
import { sessionView } from '../views/session-view.js';

const tags = ['Keys'];

/** Sessions that last so many seconds. */
export const sessionRoutes =
  ({ seconds }: { readonly seconds: number }): Routes =>
  (app, deps) => {
    app.post(
      '/v1/session',
      {
        config: { scope: 'moderate', keyOnly: true },
        schema: {
          operationId: 'openSession',
          summary: 'Sign in',
          description:
            'Exchanges a key for a session in a browser: the answer sets a cookie, which no script ' +
            'can read, and which every operation takes where no Authorization header is sent.',
          tags,
          response: { 201: reference(SessionSchema) },
        },
      },
      async (request, reply) => {
        const opened = await openSession(deps, { caller: callerOf(request), seconds });
        giveCookie(reply, { token: opened.token, seconds });
        return reply.code(201).send(sessionView(opened));
      },
    );

    app.get(
      '/v1/session',
      {
        config: { scope: 'submit' },
        schema: {
          operationId: 'getSession',
          summary: 'Who am I?',
          description: 'Of a session, or of the key that is shown.',
          tags,
          response: { 200: reference(SessionSchema) },
        },
      },
      async (request) => {
        const { session } = request;
        return sessionView(await getSession(deps, { caller: callerOf(request), session }));
      },
    );

    app.delete(
      '/v1/session',
      {
        config: { scope: 'submit' },
        schema: {
          operationId: 'closeSession',
          summary: 'Sign out',
          description: 'Ends the session and takes its cookie back. The key stays as it is.',
          tags,
          response: {
            204: Type.Null({ description: 'The session is over.' }),
            ...problems('not_found'),
          },
        },
      },
      async (request, reply) => {
        await closeSession(deps, { caller: callerOf(request), session: request.session });
        takeCookieBack(reply);
        return reply.code(204).send(null);
      },
    );
  };
