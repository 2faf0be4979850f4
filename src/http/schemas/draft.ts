import { Type } from '@sinclair/typebox';

import { BODY_LENGTH_MAX, TERM_COMMENTS_READ_MAX, TERM_TEXTS_MAX } from '../../limits.js';
import { BLOCKED_TERM, SPELLING_NAMES } from '../../operations/try-term.js';
import { PolicyDocumentSchema, PolicyInputSchema } from './policy.js';
import { PolicyChange } from './policy-record.js';
import { oneOf, reference } from './reference.js';
import { SubmissionSchema } from './submission.js';
import { SpanSchema } from './verdict.js';

const closed = { additionalProperties: false } as const;
const count = (description: string) => Type.Integer({ minimum: 0, description });

export const PolicyCheckSchema = Type.Object(
  {
    version: Type.Integer({ description: 'The version in force, with which it was compared.' }),
    digest: Type.String({ description: 'The digest that the draft would have in force.' }),
    document: PolicyDocumentSchema,
    changes: Type.Array(PolicyChange, {
      description: 'What would differ from what is in force, as in a difference of two versions.',
    }),
  },
  { $id: 'PolicyCheck', ...closed },
);

/** Without an id of its own: its draft is checked by the validator of policies. */
export const DraftPreviewRequestSchema = Type.Object(
  { draft: reference(PolicyInputSchema), comment: reference(SubmissionSchema) },
  {
    ...closed,
    examples: [
      {
        draft: { rules: { personal_attack: { action: 'reject' } } },
        comment: {
          thread: { external_id: 'article-1' },
          author: { name: 'Robin' },
          body: 'You are a m0r0n, go home.',
        },
      },
    ],
  },
);

export const TermTrialRequestSchema = Type.Object(
  {
    term: BLOCKED_TERM,
    texts: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: BODY_LENGTH_MAX }), {
        maxItems: TERM_TEXTS_MAX,
        description: 'Texts of yours: what it should find, and what it should not.',
      }),
    ),
  },
  { ...closed, examples: [{ term: 'casino', texts: ['The c a s i n o of Monte Carlo'] }] },
);

const tried = {
  text: Type.String(),
  answer: oneOf(['match', 'clear', 'unknown'], {
    description: '`unknown`: the term counts in some languages, and that of the text is not told.',
  }),
  spans: Type.Array(reference(SpanSchema), { description: 'Where the term stands in the text.' }),
};

export const TermTrialSchema = Type.Object(
  {
    spellings: Type.Array(
      Type.Object(
        { spelling: oneOf(SPELLING_NAMES, { description: 'How the term is hidden.' }), ...tried },
        closed,
      ),
      {
        description:
          'The term as people hide words from filters. Empty for a regular expression, which says ' +
          'itself what it matches.',
      },
    ),
    texts: Type.Array(Type.Object(tried, closed), { description: 'Your texts, in their order.' }),
    approved: Type.Object(
      {
        read: count(
          `Approved comments that were looked through, the newest, ${TERM_COMMENTS_READ_MAX} at most; ` +
            'of a slow expression fewer.',
        ),
        hits: count('Of these, those that the term would have objected to.'),
        examples: Type.Array(
          Type.Object(
            {
              comment_id: Type.String(),
              excerpt: Type.String({ description: 'Of the text, around the first place.' }),
              spans: Type.Array(reference(SpanSchema), {
                description: 'Offsets into the excerpt.',
              }),
            },
            closed,
          ),
          { description: 'The newest of them.' },
        ),
      },
      { ...closed, description: 'What people let stand, and the term would not.' },
    ),
  },
  { $id: 'TermTrial', ...closed },
);
