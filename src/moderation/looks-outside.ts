import type { CompiledRule } from './compile.js';
import { type ScoreSettings, watchedBy } from './rules/classifier-scores.js';
import { outsideScores } from './rules/outside-scores.js';

/** Whether something can follow from what an outside scorer says, so that it is worth asking. */
export function looksOutside(rules: readonly CompiledRule[]): boolean {
  const found = rules.find(({ rule }) => rule.id === outsideScores.id);
  if (found === undefined) return false;
  return watchedBy(found.settings as unknown as ScoreSettings).length > 0;
}
