import { Type } from '@sinclair/typebox';

/** For /docs, and for what is sent; a front checks bodies by itself. */

const id = Type.String();

export const RequestSchema = Type.Object(
  {
    action: Type.String({ enum: ['NEW', 'EDIT'], description: 'Both are judged alike.' }),
    comment: Type.Object({
      body: Type.String(),
      parentID: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
    }),
    author: Type.Object({ id, role: Type.String() }),
    story: Type.Object({ id, url: Type.String() }),
    site: Type.Optional(Type.Object({ id })),
    tenantID: Type.Optional(id),
    tenantDomain: Type.Optional(id),
  },
  { additionalProperties: true },
);

const reason = Type.Object({
  code: Type.String({ description: 'Of Coral’s reasons under the Digital Services Act.' }),
  detailedExplanation: Type.String({ description: 'The sentence that the author is told.' }),
  customReason: Type.Optional(Type.String({ description: 'The same, where the code is `OTHER`.' })),
});

export const AnswerSchema = Type.Object(
  {
    actions: Type.Array(
      Type.Object({
        actionType: Type.String({ enum: ['FLAG'] }),
        reason: Type.String({ enum: ['COMMENT_DETECTED_TOXIC', 'COMMENT_DETECTED_SPAM'] }),
      }),
    ),
    status: Type.String({ enum: ['REJECTED', 'SYSTEM_WITHHELD'] }),
    moderationAction: Type.Optional(
      Type.Object({ status: Type.String({ enum: ['REJECTED'] }), rejectionReason: reason }),
    ),
  },
  { description: 'What Coral is to do with the comment.' },
);

export const RefusalSchema = Type.Object(
  { error: Type.Object({ code: Type.String(), message: Type.String() }) },
  { description: 'Coral passes over a phase that refuses; only people read this.' },
);
