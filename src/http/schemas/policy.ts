import { Type } from '@sinclair/typebox';

import { DESK_NAMES, PRESETS } from '../../domain/policy.js';
import { ALLOWED_TERM, POLICY_INPUT } from '../../operations/put-policy.js';
import { nextCursor, time } from './fields.js';
import { oneOf } from './reference.js';

const version = Type.Integer({ minimum: 1, description: 'Versions number from 1.' });

/** Set by the service; may be sent back and is not looked at. */
const stamp = {
  version,
  digest: Type.String({ description: '`sha256:` and the digest of the document.' }),
  created_at: time('Since when this version is in force.'),
  created_by: Type.String({ description: 'The name of the key that put it in force.' }),
};

const document = {
  preset: oneOf(PRESETS, { description: 'What the publisher started from.' }),
  text: Type.String({ description: 'The discussion policy that readers see.' }),
  allowed_terms: Type.Array(ALLOWED_TERM),
  rules: Type.Object(
    {},
    { additionalProperties: true, description: 'A section for each rule, as PolicyInput has it.' },
  ),
  ...Object.fromEntries(
    DESK_NAMES.map((name) => [
      name,
      Type.Optional(
        Type.Object({}, { additionalProperties: true, description: 'As PolicyInput has it.' }),
      ),
    ]),
  ),
  sections: Type.Record(
    Type.String(),
    Type.Object(
      { rules: Type.Object({}, { additionalProperties: true }) },
      { additionalProperties: false },
    ),
    { description: 'By section of the publication, what differs there.' },
  ),
};

export const PolicyDocumentSchema = Type.Object(document, { additionalProperties: false });

export const PolicySchema = Type.Object(
  { ...stamp, ...document },
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
        preset: 'balanced',
        text: 'Be kind. Profanity and personal attacks are not permitted.',
        rules: { link_count: { max_links: 0 }, new_author: { enabled: true } },
        sections: { sport: { standards: { profanity: { action: 'hold' } } } },
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

export const PolicyPresetsSchema = Type.Object(
  {
    data: Type.Array(
      Type.Object(
        {
          name: oneOf(PRESETS),
          description: Type.String({ description: 'Whom it is for.' }),
          document: PolicyDocumentSchema,
        },
        { additionalProperties: false },
      ),
    ),
    next_cursor: Type.Null({ description: 'There is one page.' }),
  },
  { $id: 'PolicyPresets', additionalProperties: false },
);
