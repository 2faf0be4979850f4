import { type ErrorCode, ERRORS } from '../domain/errors.js';
import { PROBLEM_MEDIA_TYPE, problemExample } from './schemas/problem.js';

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

/** What any request with a key may be answered with, whatever it asks for. */
const ANYWHERE: readonly ErrorCode[] = ['rate_limited', 'overloaded'];

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
 * Says with every route that needs a key how it is limited. The text stands once in the document,
 * and routes refer to it.
 */
export function withAnswersAnywhere<D extends Document>(document: D): D {
  document.components = {
    ...document.components,
    headers: HEADERS,
    responses: Object.fromEntries(ANYWHERE.map((code) => [code, refusal(code)])),
  };
  for (const path of Object.values(document.paths ?? {}) as Record<string, Operation>[]) {
    for (const operation of Object.values(path)) {
      // Fronts have keys and refusals of their own.
      if (operation.security?.some((scheme) => 'key' in scheme)) addTo(operation);
    }
  }
  return document;
}

function refusal(code: ErrorCode): Answer {
  const problem = {
    schema: { $ref: '#/components/schemas/Problem' },
    examples: { [code]: { value: problemExample(code) } },
  };
  return {
    description: `\`${code}\`: ${ERRORS[code].title}`,
    headers: headers('Retry-After'),
    content: { [PROBLEM_MEDIA_TYPE]: problem },
  };
}

function addTo(operation: Operation): void {
  const responses = { ...operation.responses };
  for (const [status, answer] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue;
    responses[status] = { ...answer, headers: headers('RateLimit', 'RateLimit-Policy') };
  }
  for (const code of ANYWHERE) {
    const status = String(ERRORS[code].status);
    const own = responses[status];
    responses[status] =
      own === undefined || '$ref' in own
        ? { $ref: `#/components/responses/${code}` }
        : bothOf(own, refusal(code));
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
