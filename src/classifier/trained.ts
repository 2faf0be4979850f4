import { wordAt } from '../text/words.js';
import { CONTRIBUTIONS_MAX } from '../limits.js';
import { type ShadowText, sourceSpan } from '../text/shadow-text.js';
import type { Classifier, Contribution, Scores } from './classifier.js';
import { isScored } from './language.js';
import type { Model } from './model-file.js';
import type { Head, ModelHeader } from './model-header.js';
import { type Adder, adderOf, type Reading, type Stretch, stretchesOf } from './reader.js';

/** Weights below this are noise to whoever reads them. */
const CONTRIBUTION_MIN = 0.05;
const PLACES = 100_000;

/** The classifier that a model file makes. */
export function trainedClassifier(model: Model): Classifier {
  const adder = adderOf(model);
  const { heads, ...facts } = model.header;
  return {
    version: facts.version,
    model: { ...facts, digest: model.digest },
    score: (shadow, locale) =>
      isScored(shadow, { locale, languages: facts.languages })
        ? scoresOf(model.header, worstLogits(adder, shadow))
        : {},
    explain: (shadow, attribute) => {
      const head = facts.attributes.indexOf(attribute);
      return head < 0 ? [] : contributions(adder, shadow, head);
    },
  };
}

/** Of each head the highest logit that a stretch of the text has. */
function worstLogits(adder: Adder, shadow: ShadowText): Float64Array {
  const reading = adder.read(shadow);
  const [first, ...others] = stretchesOf(reading.known.length);
  const worst = Float64Array.from(first === undefined ? [] : adder.logits(reading, first));
  for (const stretch of others) {
    adder.logits(reading, stretch).forEach((logit, head) => {
      worst[head] = Math.max(worst[head] ?? logit, logit);
    });
  }
  return worst;
}

function scoresOf({ attributes, heads }: ModelHeader, logits: Float64Array): Scores {
  const scores: Record<string, number> = {};
  attributes.forEach((attribute, at) => {
    const head = heads[at];
    if (head !== undefined) scores[attribute] = probability(head, logits[at] ?? 0);
  });
  return scores;
}

/** To five decimal places, which is more than is known. */
export function probability({ slope, offset }: Head, logit: number): number {
  return Math.round(PLACES / (1 + Math.exp(-(slope * logit + offset)))) / PLACES;
}

/** Leaves out each word in turn: what the logit loses is what the word had raised it by. */
function contributions(adder: Adder, shadow: ShadowText, head: number): readonly Contribution[] {
  const reading = adder.read(shadow);
  const logitOf = (read: Reading, stretch: Stretch): number =>
    adder.logits(read, stretch)[head] ?? 0;
  let best: Stretch = { from: 0, to: 0 };
  let highest = -Infinity;
  for (const stretch of stretchesOf(reading.known.length)) {
    const logit = logitOf(reading, stretch);
    if (logit > highest) [best, highest] = [stretch, logit];
  }
  const known = reading.known.slice(best.from, best.to);
  const found: Contribution[] = [];
  for (let at = 0; at < known.length; at += 1) {
    const rest = { ...reading, known: known.toSpliced(at, 1) };
    const weight = highest - logitOf(rest, { from: 0, to: rest.known.length });
    if (weight < CONTRIBUTION_MIN) continue;
    const word = wordAt(shadow.text, shadow.words, best.from + at);
    const span = sourceSpan(shadow, word.start, word.end);
    found.push({ ...span, term: word.text, weight: Math.round(weight * PLACES) / PLACES });
  }
  const weightiest = found.toSorted((a, b) => b.weight - a.weight || a.start - b.start);
  return weightiest.slice(0, CONTRIBUTIONS_MAX);
}
