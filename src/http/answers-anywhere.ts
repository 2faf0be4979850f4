import { type ErrorCode, ERRORS } from '../domain/errors.js';
import { PROBLEM_MEDIA_TYPE, problemCodes, problemExample } from './schemas/problem.js';

interface Answer {
  readonly description?: string;
  readonly headers?: object;
  readonly content?: Readonly<Record<string, { readonly examples?: object }>>;
}

interface Operation {
  readonly security?: readonly object[];
  responses?: Record<string, Answer | { readonly $ref: string }>;
}

/** As much of an OpenAPI document as is changed here. */
interface Document {
  components?: object;
  paths?: object;
}

/**
 * What any request with a key or a session may be answered with, whatever it asks for: one answer
 * for each status, named after its first code.
 */
const ANYWHERE = [
  ['unauthenticated', 'session_ended'],
  ['forbidden', 'cross_site_request'],
  ['rate_limited'],
  ['overloaded'],
] as const satisfies readonly (readonly ErrorCode[])[];

/** Of these only who comes with a session is told. */
const OF_SESSIONS: readonly ErrorCode[] = ['session_ended', 'cross_site_request'];

const HEADERS = {
  RateLimit: {
    description: 'What the client has left, and the seconds until all of it is there again.',
    schema: { type: 'string', examples: ['"key";r=59999;t=1'] },
  },
  'RateLimit-Policy': {
    description: 'How much may come from the client in how many seconds.',
    schema: { type: 'string', examples: ['"key";q=60000;w=60'] },
  },
  'Retry-After': {
    description: 'The seconds to wait before asking again.',
    schema: { type: 'integer', examples: [1] },
  },
};

const headers = (...names: readonly (keyof typeof HEADERS)[]): object =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/**
 * Says with every route that needs a key how it is limited, and how whoever has none is refused.
 * The text stands once in the document, and routes refer to it.
 */
export function withAnswersAnywhere<D extends Document>(document: D): D {
  document.components = {
    ...document.components,
    headers: HEADERS,
    responses: Object.fromEntries(ANYWHERE.map((codes) => [codes[0], refusal(codes)])),
  };
  for (const path of Object.values(document.paths ?? {}) as Record<string, Operation>[]) {
    for (const operation of Object.values(path)) {
      // Fronts have keys and refusals of their own.
      if (operation.security?.some((scheme) => 'key' in scheme)) addTo(operation);
    }
  }
  return document;
}

/** Whether the answer says when to ask again. */
const isRetried = (code: ErrorCode): boolean => [429, 503].includes(ERRORS[code].status);

function refusal(codes: readonly ErrorCode[]): Answer {
  const examples = codes.map((code) => [code, { value: problemExample(code) }] as const);
  const problem = {
    schema: { $ref: '#/components/schemas/Problem' },
    examples: Object.fromEntries(examples),
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join(' '),
    ...(codes.some(isRetried) && { headers: headers('Retry-After') }),
    content: { [PROBLEM_MEDIA_TYPE]: problem },
  };
}

function addTo(operation: Operation): void {
  const responses = { ...operation.responses };
  for (const [status, answer] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue;
    responses[status] = { ...answer, headers: headers('RateLimit', 'RateLimit-Policy') };
  }
  const takesSessions = operation.security?.some((scheme) => 'session' in scheme) === true;
  for (const all of ANYWHERE) {
    const status = String(ERRORS[all[0]].status);
    const own = responses[status];
    if (own !== undefined && '$ref' in own) continue;
    const known = problemCodes(own ?? {});
    const told = all.filter(
      (code) => !known.includes(code) && (takesSessions || !OF_SESSIONS.includes(code)),
    );
    if (own === undefined && told.length === all.length) {
      responses[status] = { $ref: `#/components/responses/${all[0]}` };
    } else if (told.length > 0) {
      responses[status] = own === undefined ? refusal(told) : bothOf(own, refusal(told));
    }
  }
  operation.responses = responses;
}

/** The route has refusals of its own with this status. */
function bothOf(own: Answer, other: Answer): Answer {
  const examples = {
    ...own.content?.[PROBLEM_MEDIA_TYPE]?.examples,
    ...other.content?.[PROBLEM_MEDIA_TYPE]?.examples,
  };
  return {
    ...own,
    description: `${own.description ?? ''} ${other.description ?? ''}`,
    content: { [PROBLEM_MEDIA_TYPE]: { ...own.content?.[PROBLEM_MEDIA_TYPE], examples } },
  };
}
