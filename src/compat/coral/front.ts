import { type Static, Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';

import { charactersIn } from '../../domain/characters.js';
import { ERRORS } from '../../domain/errors.js';
import { BODY_LENGTH_MAX } from '../../limits.js';
import { CORAL_REQUEST_BYTES_MAX } from '../../limits/fronts.js';
import { authenticateSigned } from '../../operations/authenticate-signed.js';
import { previewComment } from '../../operations/preview-comment.js';
import { isVisible } from '../../operations/submitting/checked-submission.js';
import type { Front, FrontDeps, FrontScope } from '../front.js';
import { coralAnswer, WITHHELD } from './answer.js';
import { submissionOf } from './request.js';
import { AnswerSchema, RefusalSchema, RequestSchema } from './schemas.js';
import { signaturesOf } from './signature.js';

const MISSING =
  'The request has no X-Coral-Signature of the form `sha256=…` with 64 hexadecimal digits.';

const KeyQuery = Type.Object({
  key: Type.Optional(Type.String({ description: 'The id of the key whose secret signs.' })),
});

const routes: FrontScope['routes'] = (app, deps) => {
  app.removeAllContentTypeParsers();
  // The signature is over the bytes, so they are read after it was checked.
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (_: FastifyRequest, body: Buffer) => body,
  );
  app.post(
    '/moderate',
    {
      config: { front: 'coral' },
      bodyLimit: CORAL_REQUEST_BYTES_MAX,
      preHandler: async (request, reply) => admit(deps, request, reply),
      schema: {
        operationId: 'coralModerate',
        summary: 'Judge a comment for Coral',
        description:
          'An external moderation phase. Judged as a preview is, and not stored: Coral keeps the ' +
          'comment. Nothing is answered (204) where nothing speaks against it.',
        tags: [coralFront.tag.name],
        security: [{ coral: [] }],
        querystring: KeyQuery,
        body: RequestSchema,
        response: {
          200: AnswerSchema,
          204: Type.Null({ description: 'No opinion.' }),
          '4xx': RefusalSchema,
          '5xx': RefusalSchema,
        },
      },
    },
    async (request, reply) => {
      const caller = deps.gate.callerOf(request);
      const submission = submissionOf(bytesOf(request));
      if (!isVisible(submission.body)) return reply.code(204).send(null);
      if (charactersIn(submission.body) > BODY_LENGTH_MAX) return reply.send(WITHHELD);
      const { verdict } = await previewComment(deps, { caller, submission });
      const answer = coralAnswer(verdict);
      return answer === null ? reply.code(204).send(null) : reply.send(answer);
    },
  );
};

async function admit(
  deps: FrontDeps,
  ...[request, reply]: Parameters<FrontDeps['gate']['anonymous']>
): Promise<void> {
  const signatures = signaturesOf(request.headers['x-coral-signature']);
  const { key } = request.query as Static<typeof KeyQuery>;
  const body = bytesOf(request);
  await deps.gate.admit(request, reply, {
    // No two requests are signed alike: a Coral is known by where it comes from and by its address.
    token: signatures.length === 0 ? null : `coral ${typeof key === 'string' ? key : ''}`,
    missing: MISSING,
    scope: 'submit',
    authenticate: async () =>
      authenticateSigned(deps, {
        front: 'coral',
        key_id: typeof key === 'string' ? key : null,
        body,
        signatures,
      }),
  });
}

function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** The external moderation phase of Coral (coralproject/talk). */
export const coralFront: Front = {
  name: 'coral',
  tag: { name: 'Coral', description: 'The external moderation phase of Coral by Vox Media.' },
  securitySchemes: {
    coral: {
      type: 'apiKey',
      name: 'x-coral-signature',
      in: 'header',
      description: 'HMAC-SHA256 over the body, with the secret given to `POST /v1/keys/coral`.',
    },
  },
  scopes: [{ prefix: '/compat/coral', routes }],
  browsers: false,
  refuse: (said, _, reply) =>
    reply
      .code(ERRORS[said.code].status)
      .type('application/json; charset=utf-8')
      .serializer(String)
      .send(JSON.stringify({ error: { code: said.code, message: said.message } })),
};
