import { Type } from '@sinclair/typebox';

import {
  BODY_LENGTH_MAX,
  EMAIL_LENGTH_MAX,
  LOCALE_LENGTH_MAX,
  METADATA_KEY_LENGTH_MAX,
  METADATA_KEYS_MAX,
  METADATA_VALUE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  SECTION_LENGTH_MAX,
  TITLE_LENGTH_MAX,
  URL_LENGTH_MAX,
  USER_AGENT_LENGTH_MAX,
} from '../../limits.js';
import { externalId, time } from './fields.js';

const strict = { additionalProperties: false };

/** An empty form field is what a CMS sends for "none": it counts as left out. */
const optionalText = (maxLength: number, description: string) =>
  Type.Optional(
    Type.Unsafe<string | null>({
      description,
      anyOf: [{ type: 'string', maxLength }, { type: 'null' }],
    }),
  );

export const BodyText = Type.String({
  minLength: 1,
  maxLength: BODY_LENGTH_MAX,
  description: 'The comment, plain text. Kept exactly as submitted.',
});

export const SubmissionSchema = Type.Object(
  {
    thread: Type.Object(
      {
        external_id: externalId('Your id of the article, page or post.'),
        url: optionalText(URL_LENGTH_MAX, 'Where readers find it.'),
        title: optionalText(TITLE_LENGTH_MAX, 'Its headline.'),
        section: optionalText(
          SECTION_LENGTH_MAX,
          'The part of the publication, as `sport`; a policy may have settings for it.',
        ),
      },
      strict,
    ),
    author: Type.Object(
      {
        external_id: optionalText(255, 'Your id of the user, if there is one.'),
        name: Type.String({
          minLength: 1,
          maxLength: NAME_LENGTH_MAX,
          description: 'The name shown with the comment.',
        }),
        email: optionalText(EMAIL_LENGTH_MAX, 'Never shown to readers or to `submit` keys.'),
        ip: optionalText(45, 'IPv4 or IPv6. Never shown to readers or to `submit` keys.'),
        url: optionalText(URL_LENGTH_MAX, 'The web page the author gave.'),
        user_agent: optionalText(USER_AGENT_LENGTH_MAX, 'The browser’s User-Agent header.'),
      },
      {
        ...strict,
        description: 'Known by `external_id`, else by `email`, else by `name`.',
      },
    ),
    body: BodyText,
    parent_id: optionalText(255, 'The comment answered, by our id or by yours.'),
    external_id: optionalText(255, 'Your id of the comment. Submitting it again is harmless.'),
    created_at: Type.Optional(time('When the reader wrote it, if not now.')),
    locale: optionalText(LOCALE_LENGTH_MAX, 'The language of the page, as `en` or `de-AT`.'),
    accepted_policy_version: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        description: 'The version of the discussion policy that the author accepted.',
      }),
    ),
    // Not as Type.Record has it: its pattern holds for no name with a line break in it.
    metadata: Type.Optional(
      Type.Unsafe<Record<string, string>>({
        type: 'object',
        propertyNames: { minLength: 1, maxLength: METADATA_KEY_LENGTH_MAX },
        additionalProperties: Type.String({ maxLength: METADATA_VALUE_LENGTH_MAX }),
        maxProperties: METADATA_KEYS_MAX,
        description: 'Anything of yours, returned as it came; not looked at.',
      }),
    ),
  },
  {
    ...strict,
    $id: 'Submission',
    examples: [
      {
        thread: {
          external_id: 'article-42',
          url: 'https://news.example/articles/42',
          title: 'The bridge opens on Friday',
        },
        author: { external_id: 'reader-7', name: 'Maria', email: 'maria@example.org' },
        body: 'At last! Will there be a lane for bicycles?',
      },
    ],
  },
);

export const EditSchema = Type.Object(
  { body: BodyText },
  { ...strict, $id: 'Edit', examples: [{ body: 'At last! Is there a lane for bicycles?' }] },
);
