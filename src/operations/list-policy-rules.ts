import type { Caller, Deps } from '../deps.js';
import type { Action } from '../domain/action.js';
import type { Decision } from '../domain/decision.js';
import type { Finding } from '../domain/finding.js';
import type { RuleSettings } from '../domain/policy.js';
import type { Standard } from '../domain/standard.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import {
  REPLAY_SLICE_MILLISECONDS,
  RULES_DECISIONS_PAGE,
  RULES_PERIOD_DAYS_DEFAULT,
} from '../limits.js';
import { presetSection } from '../moderation/policy/presets.js';
import type { Rule } from '../moderation/rule.js';
import { RULES } from '../moderation/rules/index.js';
import type { DecisionRange, Period } from '../store/record-store.js';
import { currentPolicy } from './found.js';
import { type Pace, paceOf } from './replaying/pace.js';
import { checkedPeriod } from './replaying/period.js';

/** A rule under the policy in force, with its record over a period. */
export interface MeasuredRule {
  readonly id: string;
  readonly standard: Standard;
  readonly description: string;
  readonly enabled: boolean;
  readonly observe: boolean;
  readonly action: Action;
  /** Texts in which it found something. */
  readonly matches: number;
  /** Texts that it could not check. */
  readonly unknown: number;
  /** Texts that it would hold or reject, and about which a moderator decided. */
  readonly decided: number;
  /** Of these, the ones that the moderator rejected. */
  readonly agreed: number;
  /** `agreed` of `decided`, from 0 to 1; null where nobody decided. */
  readonly precision: number | null;
}

export interface MeasuredRules {
  readonly from: string;
  readonly to: string;
  readonly data: readonly MeasuredRule[];
}

export interface ListPolicyRulesInput {
  readonly caller: Caller;
  /** RFC 3339, of the engine's judgements; null for the last `RULES_PERIOD_DAYS_DEFAULT` days. */
  readonly from: string | null;
  /** Null for now. */
  readonly to: string | null;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'stopwatch'>;

/**
 * Every rule there is with what it found within a period, and how often people agreed. A person's
 * decision counts for the text it is about: an edit that was judged since takes it back.
 *
 * @throws GatepostError `invalid_date`.
 */
export async function listPolicyRules(
  deps: Needs,
  { caller, ...asked }: ListPolicyRulesInput,
): Promise<MeasuredRules> {
  const period = measuredPeriod(deps, asked);
  const siteId = caller.site_id;
  const policy = await currentPolicy(deps, siteId);
  const pace = paceOf(deps, REPLAY_SLICE_MILLISECONDS);
  const { store } = deps;
  const from = await store.record.firstDecisionSince(siteId, period.from);
  const to = await store.record.firstDecisionSince(siteId, period.to);
  const range = from === null ? null : { from, to };
  const people = range === null ? NOBODY : await peopleByRule(deps, siteId, { range, pace });
  const data: MeasuredRule[] = [];
  for (const rule of RULES) {
    const counts =
      range === null ? NOTHING : await store.record.countFindings(siteId, rule.id, range);
    const { preset, rules } = policy.document;
    const section = { ...presetSection(preset, rule), ...rules[rule.id] };
    data.push(measured(rule, section, { ...counts, ...(people.get(rule.id) ?? UNDECIDED) }));
    if (pace.isOver()) await pace.giveWay();
  }
  return { ...period, data };
}

interface People {
  readonly decided: number;
  readonly agreed: number;
}

interface Counts extends People {
  readonly match: number;
  readonly unknown: number;
}

const NOTHING = { match: 0, unknown: 0 } as const;
const NOBODY: ReadonlyMap<string, People> = new Map();
const UNDECIDED: People = { decided: 0, agreed: 0 };
const SECONDS_PER_DAY = 86_400;

function measuredPeriod(
  { clock }: Needs,
  asked: Period,
): { readonly from: string; readonly to: string } {
  // Judgements of this very millisecond are within "until now".
  const { from, to } = checkedPeriod({ ...asked, to: asked.to ?? timestamp(clock() + 1) });
  const end = to ?? timestamp(clock());
  return { from: from ?? secondsBefore(end, RULES_PERIOD_DAYS_DEFAULT * SECONDS_PER_DAY), to: end };
}

function measured(
  { id, standard, description }: Rule,
  { enabled, observe, action }: RuleSettings,
  { match, unknown, decided, agreed }: Counts,
): MeasuredRule {
  const precision = decided === 0 ? null : agreed / decided;
  return {
    id,
    standard,
    description,
    enabled,
    observe,
    action,
    matches: match,
    unknown,
    decided,
    agreed,
    precision,
  };
}

/** What people said of the texts that were judged within a range, by each rule that objected. */
async function peopleByRule(
  deps: Needs,
  siteId: string,
  { range, pace }: { readonly range: DecisionRange; readonly pace: Pace },
): Promise<ReadonlyMap<string, People>> {
  const counts = new Map<string, People>();
  let after: string | null = range.from;
  while (after !== null) {
    const page = { after, limit: RULES_DECISIONS_PAGE };
    const said: readonly SaidOf[] = await deps.store.record.decisionsByPeople(siteId, page);
    for (const { person, judgement } of await decidedTexts(deps, siteId, said)) {
      const inside = judgement.id >= range.from && (range.to === null || judgement.id < range.to);
      for (const rule of inside ? objecting(judgement.findings) : []) {
        const { decided, agreed } = counts.get(rule) ?? UNDECIDED;
        const more = person.action === 'reject' ? 1 : 0;
        counts.set(rule, { decided: decided + 1, agreed: agreed + more });
      }
    }
    after = said.length < RULES_DECISIONS_PAGE ? null : (said.at(-1)?.id ?? null);
    await pace.giveWay();
  }
  return counts;
}

type SaidOf = Pick<Decision, 'id' | 'comment_id'>;

/** Those of the decisions that are a moderator's last word on a text, with the judgement of it. */
async function decidedTexts({ store }: Needs, siteId: string, said: readonly SaidOf[]) {
  const ids = [...new Set(said.map(({ comment_id }) => comment_id))];
  const lastWords = await store.decisions.latestByPeopleOf(siteId, ids);
  const judgements = await store.decisions.latestJudgementOf(siteId, ids);
  return said.flatMap(({ id, comment_id }) => {
    const person = lastWords.get(comment_id);
    const judgement = judgements.get(comment_id);
    if (person?.id !== id || judgement === undefined) return [];
    if (person.action !== 'approve' && person.action !== 'reject') return [];
    return person.comment_version > judgement.comment_version ? [{ person, judgement }] : [];
  });
}

/** The rules that would have the comment held or rejected, were they in force. */
function objecting(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ outcome, action, observed_action }) =>
        outcome === 'match' && (observed_action ?? action) !== 'approve',
      )
      .map(({ rule }) => rule),
  );
}
