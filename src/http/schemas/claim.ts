import { Type } from '@sinclair/typebox';

import { CLAIM_MINUTES_DEFAULT, CLAIM_MINUTES_MAX } from '../../limits/desk.js';
import { time } from './fields.js';

const strict = { additionalProperties: false };

export const ClaimSchema = Type.Object(
  {
    mine: Type.Boolean({ description: 'Whether it was made with this key.' }),
    key_id: Type.String({ description: 'The key of the moderator who works on it.' }),
    key_name: Type.String({ description: 'What that key is called.' }),
    claimed_at: time('When it was made.'),
    expires_at: time('When it lapses by itself.'),
  },
  { ...strict, $id: 'Claim' },
);

export const claimMinutes = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: CLAIM_MINUTES_MAX,
    default: CLAIM_MINUTES_DEFAULT,
    description: 'For how long.',
  }),
);

export const ClaimOneSchema = Type.Object(
  { minutes: claimMinutes },
  { ...strict, $id: 'ClaimOne', examples: [{ minutes: 15 }] },
);
