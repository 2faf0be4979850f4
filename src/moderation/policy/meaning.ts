import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument } from '../../domain/policy.js';
import { LIMITED_SCORES } from '../rules/classifier-scores.js';
import { templateErrors } from './template-errors.js';
import { termErrors } from './term-errors.js';

/** Every place where a policy has the right shape and yet makes no sense. */
export function meaningErrors(document: PolicyDocument): readonly FieldError[] {
  return [
    ...textErrors(document),
    ...lengthErrors(document),
    ...termErrors(document),
    ...scoreErrors(document),
    ...templateErrors(document),
  ];
}

function textErrors({ text }: PolicyDocument): readonly FieldError[] {
  if (text.trim() !== '') return [];
  return [{ pointer: '/text', detail: 'The discussion policy must say something.' }];
}

function lengthErrors({ rules }: PolicyDocument): readonly FieldError[] {
  const section = rules['body_length'];
  const min = section?.['min_characters'];
  const max = section?.['max_characters'];
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  const detail = `This is more than max_characters (${max}), so no comment could pass.`;
  return [{ pointer: '/rules/body_length/min_characters', detail }];
}

/** The section of a rule about scores, once its shape was checked. */
type Scored = Readonly<
  Partial<Record<(typeof LIMITED_SCORES)[number], Record<'hold_at' | 'reject_at', number | null>>>
>;

const RULES_ABOUT_SCORES = ['classifier_scores', 'outside_scores'];

function scoreErrors({ rules }: PolicyDocument): readonly FieldError[] {
  return RULES_ABOUT_SCORES.flatMap((rule) => {
    const section = rules[rule] as unknown as Scored;
    return LIMITED_SCORES.flatMap((attribute) => {
      const { hold_at = null, reject_at = null } = section[attribute] ?? {};
      if (hold_at === null || reject_at === null || hold_at <= reject_at) return [];
      const detail = `This is more than reject_at (${reject_at}), so nothing would be held.`;
      return [{ pointer: `/rules/${rule}/${attribute}/hold_at`, detail }];
    });
  });
}
