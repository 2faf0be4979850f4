import { Type } from '@sinclair/typebox';

import { type ErrorCode, ERRORS } from '../../domain/errors.js';
import { reference } from './reference.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The `type` of a problem: stable, and no address that somebody would have to keep alive. */
export const problemType = (code: ErrorCode): string => `urn:gatepost:error:${code}`;

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '`urn:gatepost:error:` and the code.' }),
    title: Type.String({ description: 'What went wrong in general.' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'What went wrong this time.' }),
    code: Type.String({ description: 'Stable: decide by this one, and by no text.' }),
    hint: Type.String({ description: 'What you can do about it.' }),
    instance: Type.String({ description: 'The path that was asked for.' }),
    request_id: Type.String({ description: 'Also in the X-Request-Id header, and in the log.' }),
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }), {
        description: 'Where it applies: an RFC 6901 pointer for each member that is wrong.',
      }),
    ),
    current: Type.Optional(
      Type.Unknown({ description: 'On a conflict: the state that the request did not know of.' }),
    ),
  },
  { $id: 'Problem', description: 'A refusal (RFC 9457). docs/errors.md explains each code.' },
);

/**
 * The responses of a route for these refusals, one for each status. Types as no response, so that
 * what a handler returns is checked against its success alone.
 */
export function problems(...codes: readonly ErrorCode[]): object {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => ERRORS[code].status === status);
      const examples = Object.fromEntries(
        own.map((code) => [code, { value: problemExample(code) }]),
      );
      return [
        status,
        {
          description: own.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join(' '),
          content: { [PROBLEM_MEDIA_TYPE]: { schema: reference(ProblemSchema), examples } },
        },
      ];
    }),
  );
}

/** The codes of a response that `problems` made; none for any other. */
export function problemCodes(response: unknown): readonly ErrorCode[] {
  const { content } = response as { readonly content?: Record<string, { examples?: object }> };
  return Object.keys(content?.[PROBLEM_MEDIA_TYPE]?.examples ?? {}) as ErrorCode[];
}

/** A refusal of this kind, as the documentation shows it. */
export function problemExample(code: ErrorCode): unknown {
  const { status, title, hint } = ERRORS[code];
  return {
    type: problemType(code),
    title,
    status,
    detail: title,
    code,
    hint,
    instance: '/v1/comments',
    request_id: 'req_01KAVZ3N5P0Q4R8T2V6X9Z1A3C',
  };
}
