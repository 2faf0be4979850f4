import type { Deps } from '../../deps.js';
import type { Finding, Verdict } from '../../domain/finding.js';
import type { Policy } from '../../domain/policy.js';
import { keepLatest } from '../../domain/keep-latest.js';
import type { Submission } from '../../domain/submission.js';
import { type CompiledPolicy, compilePolicy, rulesFor } from '../../moderation/compile.js';
import { explain, type Explanation } from '../../moderation/explain.js';
import { evaluate } from '../../moderation/evaluate.js';
import { type Facts, type HistoryFacts, textFacts } from '../../moderation/facts.js';
import type { FoundTerm, HouseLayer } from '../../moderation/house/layer.js';
import { looksOutside } from '../../moderation/looks-outside.js';
import {
  attributeOf,
  classifierScores,
  type ScoredAttribute,
} from '../../moderation/rules/classifier-scores.js';

/** Policies in use at once in one process: one for each site that submits, some being replaced. */
const COMPILED_POLICIES_MAX = 50;

/** By version and digest: equal documents compile to equal policies, whichever site has them. */
const compiledPolicies = new Map<string, CompiledPolicy>();

/** The text of a comment and whose it is, as far as rules look at it. */
export type Judged = Pick<Submission, 'body' | 'locale'> & {
  readonly author: Pick<Submission['author'], 'name' | 'email' | 'url' | 'ip' | 'user_agent'>;
};

/** A judgement with what it rested on. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly facts: Facts & Pick<TextFacts, 'model' | 'house'>;
}

/** Everything known of a text before the site's history is asked; `house` is the site's layer. */
export function factsOfText(
  { classifier }: Pick<Deps, 'classifier'>,
  judged: Judged,
  house: HouseLayer | null,
): TextFacts {
  const facts = textFacts(judged);
  const { version } = classifier;
  if (version === null) return { ...facts, scores: null, model: null, house: null };
  const shipped = classifier.score(facts.shadow, judged.locale);
  const scores =
    house === null
      ? shipped
      : { ...shipped, house: house.score(facts.shadow, shipped['toxicity']) };
  return { ...facts, scores, model: version, house };
}

/** `model` and `house` are what gave the scores; null where nothing did. */
export type TextFacts = Omit<Facts, 'history'> & {
  readonly model: string | null;
  readonly house: HouseLayer | null;
};

type Judging = Pick<Deps, 'classifier' | 'stopwatch' | 'meter' | 'log'>;

interface Known {
  readonly text: TextFacts;
  readonly history: HistoryFacts;
}

/** Lets the engine judge by a policy, and measures how long it took. */
export function judge(deps: Judging, policy: Policy, known: Known): Judgement {
  const facts = { ...known.text, history: known.history };
  return { verdict: withWords(deps, verdictOn(deps, policy, facts), facts), facts };
}

/** The same without the words that raised scores, which cost more than all the rest. */
export function verdictOf(
  deps: Omit<Judging, 'classifier'>,
  policy: Policy,
  { text, history }: Known,
): Verdict {
  return verdictOn(deps, policy, { ...text, history });
}

function verdictOn(deps: Omit<Judging, 'classifier'>, policy: Policy, facts: Facts): Verdict {
  const started = deps.stopwatch();
  const verdict = evaluate(compiled(policy), facts, (rule, fault) => {
    deps.log.error({ rule, fault: nameOf(fault) }, 'a rule failed; its comment is held');
  });
  deps.meter.judged((deps.stopwatch() - started) / 1000);
  return verdict;
}

/** What a score was given for is shown by the words that raised it. */
function withWords(
  { classifier }: Pick<Deps, 'classifier'>,
  verdict: Verdict,
  { shadow, house }: Judgement['facts'],
): Verdict {
  const isScored = ({ rule, outcome }: Finding): boolean =>
    rule === classifierScores.id && outcome === 'match';
  if (!verdict.findings.some(isScored)) return verdict;
  const findings = verdict.findings.map((finding) => {
    if (!isScored(finding)) return finding;
    const attribute = attributeOf(finding.reason);
    const words =
      attribute === null
        ? (house?.terms(shadow) ?? []).map(toldOf)
        : classifier.explain(shadow, attribute);
    const spans = words.map(({ start, end }) => ({ start, end }));
    return {
      ...finding,
      spans: spans.sort((a, b) => a.start - b.start),
      terms: [...finding.terms, ...words.map(({ term }) => term)],
    };
  });
  return { ...verdict, findings };
}

/** What moderators did with the texts that have a term. */
const toldOf = ({ start, end, term, rejected, decided }: FoundTerm) => ({
  start,
  end,
  term: `${term} (rejected ${rejected} of ${decided})`,
});

/** How a judgement came about, rule by rule. */
export function explained(
  deps: Pick<Deps, 'stopwatch'>,
  policy: Policy,
  { facts }: Judgement,
): Explanation {
  return explain(compiled(policy), facts, deps.stopwatch);
}

/** What went wrong, without its message, which may hold the text of a comment. */
const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);

/** What is kept with the decision, so that a later policy can be tried on the same facts. */
export function keptFacts({ facts }: Judgement): string {
  const { history, scores, model, house, outside } = facts;
  return JSON.stringify({
    history,
    scores,
    model,
    house_model: house?.version ?? null,
    ...(outside !== null && { outside }),
  });
}

/** Whether a policy looks at what an outside scorer says, in the threads of a section. */
export function asksOutside(policy: Policy, section: string | null): boolean {
  return looksOutside(rulesFor(compiled(policy), section));
}

/** From which score on what follows, by a policy and in the threads of a section. */
export function scoreLimits(
  policy: Policy,
  section: string | null,
): (attribute: ScoredAttribute | 'house') => ScoreLimits {
  const rules = rulesFor(compiled(policy), section);
  const settings = rules.find(({ rule }) => rule.id === classifierScores.id)?.settings;
  return (attribute) => (settings as LimitedSettings | undefined)?.[attribute] ?? NEVER;
}

interface ScoreLimits {
  readonly hold_at: number | null;
  readonly reject_at: number | null;
}

/** What the rule's section holds, beside what every rule has. */
type LimitedSettings = Readonly<Partial<Record<ScoredAttribute | 'house', ScoreLimits>>>;

const NEVER: ScoreLimits = { hold_at: null, reject_at: null };

function compiled(policy: Policy): CompiledPolicy {
  const key = `${policy.version} ${policy.digest}`;
  const ready = compiledPolicies.get(key) ?? compilePolicy(policy);
  // Used last, let go of last: a site that changes its policy often drives out its own versions.
  keepLatest(compiledPolicies, [key, ready], COMPILED_POLICIES_MAX);
  return ready;
}
