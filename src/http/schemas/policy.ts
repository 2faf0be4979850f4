import { Type } from '@sinclair/typebox';

import { POLICY_INPUT } from '../../operations/put-policy.js';
import { nextCursor, time } from './fields.js';

const version = Type.Integer({ minimum: 1, description: 'Versions number from 1.' });

/** Set by the service; may be sent back and is not looked at. */
const stamp = {
  version,
  digest: Type.String({ description: '`sha256:` and the digest of the document.' }),
  created_at: time('Since when this version is in force.'),
  created_by: Type.String({ description: 'The name of the key that put it in force.' }),
};

export const PolicySchema = Type.Object(
  {
    ...stamp,
    text: Type.String({ description: 'The discussion policy that readers see.' }),
    allowed_terms: POLICY_INPUT.properties.allowed_terms,
    rules: Type.Object(
      {},
      { additionalProperties: true, description: 'A section for each rule, as PolicyInput has it.' },
    ),
  },
  { $id: 'Policy', additionalProperties: false },
);

export const PolicyInputSchema = Type.Object(
  {
    ...POLICY_INPUT.properties,
    ...Object.fromEntries(
      Object.entries(stamp).map(([name, schema]) => [
        name,
        Type.Optional({ ...schema, readOnly: true }),
      ]),
    ),
  },
  {
    $id: 'PolicyInput',
    additionalProperties: false,
    description: 'What is left out takes its default. An answer of GET /v1/policy may be sent back.',
    examples: [
      {
        text: 'Be kind. Profanity and personal attacks are not permitted.',
        rules: { link_count: { max_links: 0 }, new_author: { enabled: true } },
      },
    ],
  },
);

export const PolicyTextSchema = Type.Object(
  { version, text: Type.String({ description: 'Plain text; paragraphs are separated by \\n\\n.' }) },
  { $id: 'PolicyText', additionalProperties: false },
);

export const PolicyVersionsSchema = Type.Object(
  {
    data: Type.Array(Type.Object(stamp, { additionalProperties: false })),
    next_cursor: nextCursor,
  },
  { $id: 'PolicyVersions', additionalProperties: false },
);

