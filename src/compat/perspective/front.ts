import type { FastifyReply, FastifyRequest } from 'fastify';

import { GatepostError } from '../../domain/errors.js';
import { authenticateKey } from '../../operations/authenticate-key.js';
import { scoreText } from '../../operations/score-text.js';
import { suggestScores } from '../../operations/suggest-scores.js';
import type { Front, FrontDeps, FrontScope } from '../front.js';
import { isObject } from '../json.js';
import { analyzeAnswer, analyzeRequest } from './analyze.js';
import { discoveryDocument } from './discovery.js';
import { refuseAsGoogle } from './errors.js';
import { keyOf, NO_KEY_MESSAGE } from './key.js';
import {
  AnalyzeAnswerSchema,
  AnalyzeRequestSchema,
  DiscoverySchema,
  GoogleErrorSchema,
  SuggestAnswerSchema,
  SuggestRequestSchema,
} from './schemas.js';
import { suggestAnswer, suggestRequest } from './suggest.js';

const NAME = 'perspective';
const TAG = 'Perspective';
const CONFIG = { front: NAME } as const;
const VERSION = 'v1alpha1';
const REFUSALS = { '4xx': GoogleErrorSchema, '5xx': GoogleErrorSchema };
const SECURITY = [{ perspective_query: [] }, { perspective_header: [] }];

const admission =
  (deps: FrontDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    deps.gate.admit(request, reply, {
      token: keyOf(request),
      missing: NO_KEY_MESSAGE,
      scope: 'submit',
      authenticate: async (token) => authenticateKey(deps, token),
    });

const analyze: FrontScope['routes'] = (app, deps) => {
  app.post(
    '/comments::analyze',
    {
      config: CONFIG,
      onRequest: admission(deps),
      schema: {
        operationId: 'perspectiveAnalyze',
        summary: 'Score a comment as Perspective does',
        description:
          'The scores of the classifier; nothing is judged or stored. docs/migrate-from-' +
          'perspective.md says what answers for which attribute. Needs a key with the scope `submit`.',
        tags: [TAG],
        security: SECURITY,
        body: AnalyzeRequestSchema,
        response: { 200: AnalyzeAnswerSchema, ...REFUSALS },
      },
    },
    async (request) => {
      const asked = analyzeRequest(request.body);
      const scored = await scoreText(deps, {
        caller: deps.gate.callerOf(request),
        text: asked.text,
        locale: asked.languages[0] ?? null,
        sentences: asked.spanAnnotations,
      });
      return analyzeAnswer(asked, scored);
    },
  );
};

const suggest: FrontScope['routes'] = (app, deps) => {
  app.post(
    '/comments::suggestscore',
    {
      config: CONFIG,
      onRequest: admission(deps),
      schema: {
        operationId: 'perspectiveSuggestScore',
        summary: 'Say what a comment should have been scored',
        description:
          'Kept as a note on the comment that `clientToken` names, for moderators to see; without ' +
          'such a comment it is answered and not kept. Needs a key with the scope `submit`.',
        tags: [TAG],
        security: SECURITY,
        body: SuggestRequestSchema,
        response: { 200: SuggestAnswerSchema, ...REFUSALS },
      },
    },
    async (request) => {
      const suggested = suggestRequest(request.body);
      const caller = deps.gate.callerOf(request);
      const { language } = await suggestScores(deps, { ...suggested, caller });
      return suggestAnswer(suggested, language);
    },
  );
};

const discovery: FrontScope['routes'] = (app, deps) => {
  app.get(
    '/rest',
    {
      config: CONFIG,
      onRequest: async (request, reply) => deps.gate.anonymous(request, reply),
      schema: {
        operationId: 'perspectiveDiscovery',
        summary: 'The discovery document for Google’s client libraries',
        description: 'Names the address it was asked at as the root. `version` is `v1alpha1`.',
        tags: [TAG],
        security: [],
        response: { 200: DiscoverySchema, ...REFUSALS },
      },
    },
    async (request) => {
      const { query, protocol, host } = request;
      if (isObject(query) && query['version'] === VERSION) {
        return discoveryDocument(`${protocol}://${host}/`);
      }
      throw new GatepostError('not_found', `The version to be discovered is ${VERSION}.`);
    },
  );
};

/** Perspective's comment analyzer, which Google closes at the end of 2026. */
export const perspectiveFront: Front = {
  name: NAME,
  tag: { name: TAG, description: 'For clients of Perspective: texts scored, and not stored.' },
  securitySchemes: {
    perspective_query: {
      type: 'apiKey',
      in: 'query',
      name: 'key',
      description: 'A key of this instance with the scope `submit`. It stands in no log of ours.',
    },
    perspective_header: {
      type: 'apiKey',
      in: 'header',
      name: 'x-goog-api-key',
      description: 'The same in a header, where proxies on the way do not log it.',
    },
  },
  scopes: [
    {
      prefix: `/${VERSION}`,
      routes: (app, deps) => {
        analyze(app, deps);
        suggest(app, deps);
      },
    },
    { prefix: '/$discovery', routes: discovery },
  ],
  browsers: true,
  refuse: refuseAsGoogle,
};
