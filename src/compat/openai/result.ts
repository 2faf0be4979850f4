import type { Attribute } from '../../domain/attribute.js';
import type { Standard } from '../../domain/standard.js';
import type { ScoredText } from '../../operations/score-texts.js';

/** What of ours answers for a category of OpenAI's: all of it must be so. */
interface Answered {
  readonly attributes: readonly [Attribute, ...Attribute[]];
  readonly standards: readonly [Standard, ...Standard[]];
}

/**
 * The categories of `POST /v1/moderations`, as OpenAI lists them (openai/openai-openapi,
 * openapi.yaml at f85dbe2), and what answers for them here. Null for what nothing here looks at:
 * it is said to be false, with a score of 0 and no applied input type. Of `violence` only threats
 * are seen, not what depicts it.
 */
export const CATEGORIES = {
  harassment: { attributes: ['insult'], standards: ['personal_attack'] },
  'harassment/threatening': { attributes: ['threat'], standards: ['threat'] },
  sexual: { attributes: ['sexually_explicit'], standards: ['sexual'] },
  hate: { attributes: ['identity_attack'], standards: ['hate'] },
  'hate/threatening': {
    attributes: ['identity_attack', 'threat'],
    standards: ['hate', 'threat'],
  },
  illicit: null,
  'illicit/violent': null,
  'self-harm/intent': null,
  'self-harm/instructions': null,
  'self-harm': null,
  'sexual/minors': null,
  violence: { attributes: ['threat'], standards: ['threat'] },
  'violence/graphic': null,
} as const satisfies Record<string, Answered | null>;

export type Category = keyof typeof CATEGORIES;

/** What OpenAI's older models, `text-moderation-…`, do not have. */
const NEWER: ReadonlySet<string> = new Set<Category>(['illicit', 'illicit/violent']);

export interface ModerationResult {
  readonly flagged: boolean;
  readonly categories: Readonly<Record<string, boolean>>;
  readonly category_scores: Readonly<Record<string, number>>;
  /** Not in answers of the older models. */
  readonly category_applied_input_types?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A text as OpenAI's clients read it. A category is true where the site's policy would hold or
 * reject the text for it; its score is the classifier's, and the least of two where it takes two.
 */
export function moderationResult(
  { scores, standards }: ScoredText,
  { older }: { readonly older: boolean },
): ModerationResult {
  const answers = (Object.entries(CATEGORIES) as readonly [Category, Answered | null][]).filter(
    ([category]) => !older || !NEWER.has(category),
  );
  const each = <T>(of: (answered: Answered | null) => T): Record<string, T> =>
    Object.fromEntries(answers.map(([category, answered]) => [category, of(answered)]));
  const categories = each(
    (answered) => answered?.standards.every((standard) => standards.includes(standard)) ?? false,
  );
  return {
    flagged: Object.values(categories).includes(true),
    categories,
    category_scores: each((answered) =>
      answered === null ? 0 : Math.min(...answered.attributes.map((name) => scores[name] ?? 0)),
    ),
    ...(!older && {
      category_applied_input_types: each((answered) => (answered === null ? [] : ['text'])),
    }),
  };
}
