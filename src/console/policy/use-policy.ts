import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';

import type { Policy } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useLive } from '../api/live.js';
import { type Draft, keepDraft, useDraft } from './draft.js';
import { type Change, differences } from './document/differences.js';
import { filled, type RuleInfo } from './document/filled.js';
import { type Document, memberAt } from './document/members.js';
import type { Schema } from './document/schema.js';

/** A rule with what is on record of it in the last month. */
export interface RuleRecord extends RuleInfo {
  readonly matches: number;
  readonly decided: number;
  readonly precision: number | null;
}

export interface Preset {
  readonly name: string;
  readonly description: string;
  readonly document: Document;
}

/** Everything that the screens of the policy stand on. */
export interface PolicyState {
  readonly inForce: Policy;
  /** The same without what the service stamps on it. */
  readonly inForceDocument: Document;
  readonly schema: Schema;
  readonly presets: readonly Preset[];
  readonly rules: readonly RuleRecord[];
  readonly draft: Draft | null;
  /** As it is edited, and as it was written. */
  readonly written: Document;
  /** With everything that is left out. */
  readonly document: Document;
  /** What is in force with everything that an older version leaves out. */
  readonly standing: Document;
  /** What differs from what is in force. */
  readonly changes: readonly Change[];
  /** Changes the draft. */
  readonly change: (next: Document) => void;
}

export type PolicyLoad =
  | { readonly state: PolicyState; readonly error: null }
  | { readonly state: null; readonly error: Error | null };

/** The policy in force, what can be said in one, and the draft. */
export function usePolicy(): PolicyLoad {
  const inForce = usePolicyInForce();
  const schema = useQuery({
    queryKey: ['policy', 'schema'],
    staleTime: Infinity,
    queryFn: async () => (await answerOf(api.GET('/v1/policy/schema'))) as Schema,
  });
  const presets = useQuery({
    queryKey: ['policy', 'presets'],
    staleTime: Infinity,
    queryFn: async () => answerOf(api.GET('/v1/policy/presets')),
  });
  const rules = useQuery({
    queryKey: ['policy', 'rules'],
    staleTime: 60_000,
    queryFn: async () => answerOf(api.GET('/v1/policy/rules')),
  });
  const draft = useDraft();
  const known = {
    inForce: inForce.data,
    schema: schema.data,
    presets: presets.data?.data,
    rules: rules.data?.data,
  };
  const state = useMemo(() => stateOf(known, draft), [...Object.values(known), draft]);
  if (state !== null) return { state, error: null };
  return { state, error: inForce.error ?? schema.error ?? presets.error ?? rules.error };
}

interface Known {
  readonly inForce: Policy | undefined;
  readonly schema: Schema | undefined;
  readonly presets: readonly Preset[] | undefined;
  readonly rules: readonly RuleRecord[] | undefined;
}

function stateOf(
  { inForce, schema, presets, rules }: Known,
  draft: Draft | null,
): PolicyState | null {
  if (!inForce || !schema || !presets || !rules) return null;
  const inForceDocument = documentOf(inForce);
  const written = draft?.document ?? inForceDocument;
  const base = { version: draft?.version ?? inForce.version, base: draft?.base ?? inForceDocument };
  const document = filled(written, presetOf(presets, written), rules);
  const standing = filled(inForceDocument, presetOf(presets, inForceDocument), rules);
  return {
    inForce,
    inForceDocument,
    schema,
    presets,
    rules,
    draft,
    written,
    document,
    standing,
    changes: differences(standing, document),
    change: (next) => keepDraft({ ...base, document: next }),
  };
}

function presetOf(presets: readonly Preset[], document: Document): Document {
  const name = memberAt(document, ['preset']);
  return presets.find((each) => each.name === name)?.document ?? {};
}

/** A policy without what the service stamps on it. */
export function documentOf(policy: Policy): Document {
  const { version, digest, created_at, created_by, ...document } = policy;
  return document;
}

/** What is in force, also after somebody else changed it. */
export function usePolicyInForce() {
  const queries = useQueryClient();
  useLive(({ type }) => {
    if (type === 'policy.changed') void queries.invalidateQueries({ queryKey: ['policy'] });
  });
  return useQuery({
    queryKey: ['policy', 'in force'],
    queryFn: async () => answerOf(api.GET('/v1/policy')),
  });
}
