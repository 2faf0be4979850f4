import { type TSchema, Type } from '@sinclair/typebox';

/** For /docs alone: a front checks bodies by itself. */

const text = (description: string) => Type.Optional(Type.String({ description }));

const key = text('The key. May stand in the query, as the Basic user or before the host as well.');
const blog = Type.String({ description: 'The address of the client’s front page.' });

export const VerifySchema = Type.Object({ key, blog }, { additionalProperties: true });

export const CommentFormSchema = Type.Object(
  {
    api_key: key,
    blog,
    user_ip: text('The reader’s address.'),
    user_agent: text('The reader’s browser.'),
    permalink: text('The article, which is the thread.'),
    comment_type: text('Kept, and not looked at.'),
    comment_author: text('The reader’s name.'),
    comment_author_email: text('The reader’s e-mail address.'),
    comment_author_url: text('The reader’s web page.'),
    comment_content: text('The comment.'),
    comment_date_gmt: text('When it was written. With it, sending it again is harmless.'),
    blog_lang: text('Languages of the page; the first counts.'),
    blog_charset: text('The encoding of the form, where its media type does not say.'),
    user_role: text('Looked at only in a test.'),
    is_test: text('`1` or `true`: judged, and not stored.'),
    recheck_reason: text('The comment was checked before: it is answered as it stands.'),
    callback: text('Where later decisions are posted to, on the host of `blog`.'),
    guid: text('With `submit-…`: what `X-akismet-guid` said.'),
  },
  { additionalProperties: true, description: 'Other fields are dropped.' },
);

/** Described with a media type other than JSON. */
function of(mediaType: string, schema: TSchema, description: string) {
  return { description, content: { [mediaType]: { schema } } };
}

export function plain(description: string, values: readonly string[] = []) {
  const schema = values.length === 0 ? Type.String() : Type.String({ enum: [...values] });
  return of('text/plain', schema, description);
}

/** Refusals of the front, for every route. */
export const REFUSALS = {
  '4xx': plain('What was wrong, also in `X-akismet-debug-help`. A wrong key is a 200.'),
  '5xx': plain('The service cannot answer now; `X-akismet-error` stands beside it.'),
};

const count = Type.Integer({ minimum: 0 });
const sums = { spam: count, ham: count, missed_spam: count, false_positives: count };

export const SubscriptionSchema = Type.Object({
  account_id: count,
  account_name: Type.String(),
  account_type: Type.String(),
  status: Type.String(),
  next_billing_date: Type.Null(),
  limit_reached: Type.Boolean(),
});

export const StatsSchema = Type.Object({
  ...sums,
  accuracy: Type.Number({ description: 'Per cent of what nobody turned round.' }),
  time_saved: count,
  breakdown: Type.Object({}),
});

export const UsageSchema = Type.Object({
  limit: Type.String({ description: 'Always `none`.' }),
  usage: count,
  percentage: Type.String(),
  throttled: Type.Boolean(),
});

export const SitesSchema = Type.Object(
  { limit: count, offset: count, total: count },
  {
    additionalProperties: Type.Array(
      Type.Object({
        site: Type.String(),
        api_calls: count,
        ...sums,
        is_revoked: Type.Boolean(),
      }),
    ),
    description: 'The rows stand under the name of the month: `2026-11`.',
  },
);
