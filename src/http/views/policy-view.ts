import type { Static } from '@sinclair/typebox';

import { GatepostError } from '../../domain/errors.js';
import type { Policy, PolicyDocument } from '../../domain/policy.js';
import type { PolicyPreset } from '../../operations/list-policy-presets.js';
import type {
  PolicyDocumentSchema,
  PolicyPresetsSchema,
  PolicySchema,
} from '../schemas/policy.js';

import type { PolicyDiff } from '../../operations/diff-policies.js';
import type { PolicyDiffSchema } from '../schemas/policy-record.js';

export function policyView({ document, ...stamp }: Policy): Static<typeof PolicySchema> {
  return { ...stamp, ...documentView(document) };
}

export function documentView(document: PolicyDocument): Static<typeof PolicyDocumentSchema> {
  return { ...document, allowed_terms: [...document.allowed_terms] };
}

export function policyPresetView({
  name,
  description,
  document,
}: PolicyPreset): Static<typeof PolicyPresetsSchema>['data'][number] {
  return { name, description, document: documentView(document) };
}

/** What was sent without what the service itself stamps on a policy. */
export function policyDocumentOf(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  const stamped = new Set(['version', 'digest', 'created_at', 'created_by']);
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !stamped.has(name)));
}

/** The entity tag of a policy is its version. */
export function etagOf(policy: Pick<Policy, 'version'>): string {
  return `"${policy.version}"`;
}

/**
 * The version that an If-Match header names; null for `*`, any version.
 *
 * @throws GatepostError `precondition_required` without the header, `policy_changed` for what
 *   names no version.
 */
export function versionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw new GatepostError('precondition_required', 'The header If-Match is missing.');
  }
  if (ifMatch.trim() === '*') return null;
  const version = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/u.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw new GatepostError('policy_changed', 'If-Match names no version of the policy.');
}

type ChangeView = Static<typeof PolicyDiffSchema>['changes'][number];

export function changeView(change: PolicyDiff['changes'][number]): ChangeView {
  return 'added' in change
    ? { ...change, added: [...change.added], removed: [...change.removed] }
    : change;
}
