import { authenticateKey } from '../../operations/authenticate-key.js';
import { scoreTexts } from '../../operations/score-texts.js';
import type { Front, FrontScope } from '../front.js';
import { refuseAsOpenai } from './errors.js';
import { moderationInput } from './input.js';
import { moderationResult } from './result.js';
import { ModerationAnswerSchema, ModerationRequestSchema, OpenaiErrorSchema } from './schemas.js';

const MISSING =
  'You did not provide an API key. Send a key of this Gatepost in the Authorization header: ' +
  '`Authorization: Bearer gp_…`.';
const DEFAULT_MODEL = 'omni-moderation-latest';
const OLDER_MODELS = /^text-moderation-/u;
const ID_BYTES = 16;

const routes: FrontScope['routes'] = (app, deps) => {
  app.post(
    '',
    {
      config: { front: 'openai' },
      onRequest: async (request, reply) =>
        deps.gate.admit(request, reply, {
          token: deps.gate.bearer(request),
          missing: MISSING,
          scope: 'submit',
          authenticate: async (token) => authenticateKey(deps, token),
        }),
      schema: {
        operationId: 'openaiModerations',
        summary: 'Score texts as OpenAI does',
        description:
          'For clients of OpenAI’s moderation endpoint with this service as their base URL ' +
          '(`http://…/v1`). Texts are judged by themselves and not stored; ' +
          'docs/migrate-from-openai.md says what answers for which category.',
        tags: [openaiFront.tag.name],
        security: [{ openai: [] }],
        body: ModerationRequestSchema,
        response: { 200: ModerationAnswerSchema, '4xx': OpenaiErrorSchema, '5xx': OpenaiErrorSchema },
      },
    },
    async (request) => {
      const { texts, model } = moderationInput(request.body);
      const caller = deps.gate.callerOf(request);
      const scored = await scoreTexts(deps, { caller, texts, locale: null });
      const older = OLDER_MODELS.test(model ?? '');
      return {
        id: `modr-${deps.randomBytes(ID_BYTES).toString('hex')}`,
        model: model ?? DEFAULT_MODEL,
        results: scored.map((each) => moderationResult(each, { older })),
      };
    },
  );
};

/** `POST /v1/moderations`, for clients of OpenAI's moderation endpoint. */
export const openaiFront: Front = {
  name: 'openai',
  tag: {
    name: 'OpenAI moderations',
    description: 'For clients of OpenAI: texts judged by themselves, and not stored.',
  },
  securitySchemes: {
    openai: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key of this instance with the scope `submit`, as OpenAI’s clients send theirs.',
    },
  },
  scopes: [{ prefix: '/v1/moderations', routes }],
  browsers: true,
  refuse: refuseAsOpenai,
};
