import { Type } from '@sinclair/typebox';

import { STANDARDS } from '../../domain/standard.js';
import {
  EXTERNAL_ID_LENGTH_MAX,
  NOTE_LENGTH_MAX,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  REASON_LENGTH_MAX,
} from '../../limits.js';
import { oneOf } from './reference.js';

/** Members and parameters that many operations share. */

export const time = (description: string) =>
  Type.String({ format: 'date-time', description, examples: ['2026-11-23T09:30:00.000Z'] });

/** A time in an address. Without an example: a form that fills it in would look for nothing. */
export const timeParameter = (description: string) =>
  Type.String({ format: 'date-time', description: `${description} RFC 3339.` });

export const externalId = (description: string) =>
  Type.String({ minLength: 1, maxLength: EXTERNAL_ID_LENGTH_MAX, description });

export const idParams = (description: string) =>
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: EXTERNAL_ID_LENGTH_MAX, description }),
  });

/** The parameters of a page that holds at most `max` of what `things` says. */
export const pageQueryOf = (things: string, max: number, standing: number) => ({
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: EXTERNAL_ID_LENGTH_MAX,
      description: '`next_cursor` of the page before; left out for the first page.',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: max,
      default: standing,
      description: `The most ${things} on a page.`,
    }),
  ),
});

export const pageQuery = pageQueryOf('items', PAGE_SIZE_MAX, PAGE_SIZE_DEFAULT);

export const nextCursor = Type.Unsafe<string | null>({
  anyOf: [{ type: 'string' }, { type: 'null' }],
  description: 'Send it as `cursor` for the next page; null on the last.',
});

export const blockReason = Type.String({
  minLength: 1,
  maxLength: REASON_LENGTH_MAX,
  description: 'Why, for the record. Moderators see it.',
});

export const decisionReason = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: REASON_LENGTH_MAX,
    description: 'Why, for the record and for the author.',
  }),
);

export const note = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: NOTE_LENGTH_MAX,
    description: 'For other moderators only.',
  }),
);

/** What a moderator's decision rests on, where they say so. */
export const grounds = {
  standard: Type.Optional(
    oneOf(STANDARDS, { description: 'The standard that the decision enforces.' }),
  ),
  legal_ground: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: REASON_LENGTH_MAX,
      description: 'The law, where the content is illegal and not only against the standards.',
    }),
  ),
};

export const override = Type.Optional(
  Type.Boolean({
    default: false,
    description: 'Decide although another moderator has claimed the comment.',
  }),
);

export const seenVersion = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'The `version` of the comment that the moderator looked at.',
});
