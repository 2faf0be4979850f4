import type { Static } from '@sinclair/typebox';

import type { DeskName, PolicyDocument } from '../../../domain/policy.js';
import { AppealSettings } from './appeals.js';
import { ReportSettings } from './reports.js';
import { RetentionSettings } from './retention.js';
import { StatementSettings } from './statements.js';
import { StrikeSettings } from './strikes.js';

/** What a policy says of the desk beside the rules: a member of the document for each. */
export const DESK_SETTINGS = {
  reports: ReportSettings,
  strikes: StrikeSettings,
  appeals: AppealSettings,
  statements: StatementSettings,
  retention: RetentionSettings,
} as const satisfies Record<DeskName, unknown>;

type Settings<N extends DeskName> = Static<(typeof DESK_SETTINGS)[N]>;

/** One part of the desk's settings as a policy has it; what an older one lacks is its default. */
export function deskSettings<N extends DeskName>(
  document: Pick<PolicyDocument, N>,
  name: N,
): Settings<N> {
  const defaults: Record<string, unknown> = {};
  for (const [member, schema] of Object.entries(DESK_SETTINGS[name].properties)) {
    defaults[member] = structuredClone((schema as { readonly default: unknown }).default);
  }
  return { ...defaults, ...document[name] } as Settings<N>;
}

/** All of them, whatever is left out. */
export function completeDesk(
  document: Pick<PolicyDocument, DeskName>,
): Required<Pick<PolicyDocument, DeskName>> {
  return {
    reports: deskSettings(document, 'reports'),
    strikes: deskSettings(document, 'strikes'),
    appeals: deskSettings(document, 'appeals'),
    statements: deskSettings(document, 'statements'),
    retention: deskSettings(document, 'retention'),
  };
}
