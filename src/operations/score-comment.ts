import type { Caller, Deps } from '../deps.js';
import type { Span } from '../domain/finding.js';
import { SCORE_EXPLAINED_MIN } from '../limits/desk.js';
import { detectLanguage } from '../text/language.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { houseInForce } from './house/in-force.js';
import { factsOfText, scoreLimits, type TextFacts } from './judging/judge.js';
import { NOBODY, type ScoreName, scoresOf } from './scoring/scores.js';

/** A word that raised a score; offsets in UTF-16 code units of the body. */
export interface RaisingWord extends Span {
  readonly term: string;
}

export interface CommentScore {
  readonly attribute: ScoreName;
  /** From 0 to 1. */
  readonly score: number;
  /** By the policy in force, in the section of the comment's thread; null for never. */
  readonly hold_at: number | null;
  readonly reject_at: number | null;
  /** Weightiest first; none for a low score. */
  readonly words: readonly RaisingWord[];
}

export interface ScoredComment {
  /** The version of the comment whose text was scored. */
  readonly version: number;
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
  /** The version of the model; null where none is loaded. */
  readonly model: string | null;
  /** Empty for a text in a language that the model was not trained on, and without a model. */
  readonly scores: readonly CommentScore[];
}

/**
 * What the classifiers give the text of a comment now, and which words raised it. Judges nothing,
 * changes nothing, and asks no outside scorer.
 *
 * @throws GatepostError `not_found`.
 */
export async function scoreComment(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<ScoredComment> {
  const siteId = caller.site_id;
  const found = await foundComment(deps, siteId, id);
  const { comment, thread } = await withCompany(deps, siteId, found);
  const house = await houseInForce(deps, siteId);
  const { body, locale, version } = comment;
  const text = factsOfText(deps, { body, locale, author: NOBODY }, house);
  const limitsOf = scoreLimits(await currentPolicy(deps, siteId), thread.section);
  const scores = Object.entries(scoresOf(text)).map(([name, score]): CommentScore => {
    const attribute = name as ScoreName;
    const words = score < SCORE_EXPLAINED_MIN ? [] : raising(deps, text, attribute);
    return { attribute, score, ...limitsOf(attribute), words };
  });
  return { version, language: detectLanguage(body), model: text.model, scores };
}

function raising(
  { classifier }: Pick<Deps, 'classifier'>,
  { shadow, house }: TextFacts,
  attribute: ScoreName,
): readonly RaisingWord[] {
  const words =
    attribute === 'house' ? (house?.terms(shadow) ?? []) : classifier.explain(shadow, attribute);
  return words.map(({ start, end, term }) => ({ start, end, term }));
}
