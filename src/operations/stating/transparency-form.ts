import type { Block } from '../../domain/block.js';
import type { Basis } from '../../domain/restriction.js';
import type { Standard } from '../../domain/standard.js';
import type { Automation, StatementSource } from '../../domain/statement.js';
import { filedUnder } from '../../domain/transparency/categories.js';
import { formProblems, isUrl } from '../../domain/transparency/check-form.js';
import { EEA_COUNTRIES } from '../../domain/transparency/countries.js';
import type { TransparencyForm } from '../../domain/transparency/form.js';
import { languageCodeOf } from '../../domain/transparency/languages.js';
import type { StatementSettings } from '../../moderation/policy/desk/statements.js';
import { wordingFor } from '../../moderation/statements/wording.js';
import type { Rejection } from './rejections.js';

type Settings = Pick<StatementSettings, 'terms_url' | 'territorial_scope'>;

/** The dates that the database knows. */
const FIRST_CONTENT_DAY = '2000-01-01';
const GROUND_LENGTH_MAX = 500;
const URL_LENGTH_MAX = 500;

/**
 * A rejection as the transparency database takes it. Nothing that anybody wrote is in it but the
 * name of the law, and that only where it holds no address and no number of a person.
 */
export function formOfRejection(
  { at, decision, basis, reversed_at }: Rejection,
  settings: Settings,
): TransparencyForm {
  const language = languageCodeOf(at.locale);
  const { category, keywords } = filedUnder(basis.standard, basis.legal_ground !== null);
  const visibility = basis.effect === 'hidden' ? 'CONTENT_DISABLED' : 'CONTENT_REMOVED';
  return checked({
    decision_visibility: [`DECISION_VISIBILITY_${visibility}`],
    ...groundOf(basis, { ...settings, policy_version: decision.policy_version }),
    content_type: ['CONTENT_TYPE_TEXT'],
    category,
    ...(keywords.length > 0 && { category_specification: keywords }),
    territorial_scope: scopeOf(settings),
    ...(language !== null && { content_language: language }),
    content_date: later(dayOf(at.posted_at), FIRST_CONTENT_DAY),
    application_date: dayOf(decision.created_at),
    ...(reversed_at !== null && { end_date_visibility_restriction: dayOf(reversed_at) }),
    decision_facts: factsOf(basis),
    source_type: SOURCE[basis.source],
    automated_detection: basis.automated_detection ? 'Yes' : 'No',
    automated_decision: AUTOMATED[basis.automated_decision],
    puid: puidOf(decision.id),
  });
}

/** A block of an author as the transparency database takes it. */
export function formOfBlock(
  block: Block,
  { policy_version, ...settings }: Settings & { readonly policy_version: number },
): TransparencyForm {
  const end = earlier(block.lifted_at, block.until);
  const { category } = filedUnder('blocked', false);
  const byPolicy = block.raised_by === 'policy';
  return checked({
    ...restrictionOf(block, end),
    ...groundOf(
      { standard: 'blocked', legal_ground: null, effect: 'rejected' },
      { ...settings, policy_version },
    ),
    content_type: ['CONTENT_TYPE_TEXT'],
    category,
    territorial_scope: scopeOf(settings),
    content_date: dayOf(block.created_at),
    application_date: dayOf(block.created_at),
    decision_facts:
      'After earlier contributions, an account was restricted from commenting. ' +
      (byPolicy
        ? 'The number of rejected comments led to it by automated means.'
        : 'A moderator decided so.'),
    source_type: 'SOURCE_VOLUNTARY',
    automated_detection: byPolicy ? 'Yes' : 'No',
    automated_decision: AUTOMATED[byPolicy ? 'fully' : 'not'],
    puid: puidOf(block.id),
  });
}

function restrictionOf({ mode, until }: Block, end: string | null): Partial<TransparencyForm> {
  if (mode === 'hold') {
    return {
      decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION',
      ...(end !== null && { end_date_service_restriction: dayOf(end) }),
    };
  }
  return {
    decision_account: `DECISION_ACCOUNT_${until === null ? 'TERMINATED' : 'SUSPENDED'}`,
    ...(end !== null && { end_date_account_restriction: dayOf(end) }),
  };
}

function groundOf(
  { standard, legal_ground, effect }: Pick<Basis, 'standard' | 'legal_ground' | 'effect'>,
  { terms_url, policy_version }: Pick<Settings, 'terms_url'> & { readonly policy_version: number },
) {
  const explanation = explanationOf(standard);
  if (legal_ground !== null) {
    return {
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: lawOf(legal_ground),
      illegal_content_explanation: `The comment was found to be illegal. ${explanation}`,
    } as const;
  }
  const hidden = effect === 'hidden' ? ' Its author was not told.' : '';
  const name = wordingFor('en').names[standard ?? 'other'];
  const linked = terms_url.length <= URL_LENGTH_MAX && isUrl(terms_url);
  return {
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    incompatible_content_ground: `Discussion policy, version ${policy_version}: ${name}`,
    incompatible_content_explanation: `${explanation}${hidden}`,
    ...(linked && { decision_ground_reference_url: terms_url }),
  } as const;
}

function explanationOf(standard: Standard | null): string {
  if (standard === 'blocked') {
    return 'Contributions of this author, or of this kind, are not accepted under the policy.';
  }
  return `Of the comment: ${wordingFor('en').standards[standard ?? 'other']}`;
}

/** The law as it was named, unless it holds what is no law: an address, a link, a long number. */
function lawOf(legal_ground: string): string {
  const text = legal_ground.trim();
  const personal = /@|https?:|www\.|\d[\d\s()/.-]{7,}\d/iu.test(text);
  if (personal || text === '') return 'The law that was named in the decision';
  return [...text].slice(0, GROUND_LENGTH_MAX).join('');
}

function factsOf({ source, automated_detection, automated_decision }: Basis): string {
  const { automation } = wordingFor('en');
  return [
    'A reader’s comment under an article was rejected by the publisher’s moderation.',
    FACT_OF_SOURCE[source],
    automated_detection ? 'It was found by automated means.' : 'It was not found by automated means.',
    automation[automated_decision],
  ].join(' ');
}

const FACT_OF_SOURCE: Readonly<Record<StatementSource, string>> = {
  own_initiative: 'Nobody had reported it.',
  reports: 'Other readers had reported it.',
  notice: 'A notice under Article 16 had been submitted.',
  trusted_flagger: 'A trusted flagger had submitted a notice.',
};

const SOURCE: Readonly<Record<StatementSource, TransparencyForm['source_type']>> = {
  own_initiative: 'SOURCE_VOLUNTARY',
  reports: 'SOURCE_TYPE_OTHER_NOTIFICATION',
  notice: 'SOURCE_ARTICLE_16',
  trusted_flagger: 'SOURCE_TRUSTED_FLAGGER',
};

const AUTOMATED: Readonly<Record<Automation, TransparencyForm['automated_decision']>> = {
  fully: 'AUTOMATED_DECISION_FULLY',
  partially: 'AUTOMATED_DECISION_PARTIALLY',
  not: 'AUTOMATED_DECISION_NOT_AUTOMATED',
};

function scopeOf({ territorial_scope }: Settings): readonly string[] {
  return territorial_scope.length > 0 ? territorial_scope : EEA_COUNTRIES;
}

function puidOf(id: string): string {
  return id.replace(/[^a-zA-Z0-9\-_]/gu, '-');
}

/** What the database would refuse is a fault of ours: it is better seen here than there. */
function checked(form: TransparencyForm): TransparencyForm {
  const [first] = formProblems(form as unknown as Readonly<Record<string, unknown>>);
  if (first === undefined) return form;
  throw new Error(`the form of ${form.puid} cannot be sent: ${first.field} ${first.detail}`);
}

const later = (a: string, b: string): string => (a > b ? a : b);

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

const dayOf = (time: string): string => time.slice(0, 10);
