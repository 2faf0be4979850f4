import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument } from '../../domain/policy.js';
import { termErrors } from './term-errors.js';

/** Every place where a policy has the right shape and yet makes no sense. */
export function meaningErrors(document: PolicyDocument): readonly FieldError[] {
  return [
    ...textErrors(document),
    ...lengthErrors(document),
    ...termErrors(document),
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
