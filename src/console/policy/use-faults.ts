import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';

import { answerOf, api, Refusal } from '../api/client.js';
import { useMay } from '../api/use-session.js';
import { useSettled } from '../parts/use-settled.js';
import { canonical } from './document/members.js';
import { type Fault, faultsIn } from './document/faults.js';
import { sent } from './document/sent.js';
import type { PolicyState } from './use-policy.js';

const SETTLING_MILLISECONDS = 350;

/** What is wrong with a draft, by the pointers of members. */
export interface Faults {
  readonly all: readonly Fault[];
  /** Of a member itself. */
  of(pointer: string): string | null;
  /** Of a member and everything in it. */
  within(pointer: string): readonly Fault[];
  /** The service has looked at the draft as it stands. */
  readonly settled: boolean;
}

/** What the schema says at once, and the service as soon as the hands rest. */
export function useFaults({ schema, written, draft }: PolicyState): Faults {
  const admin = useMay('admin');
  const here = useMemo(() => faultsIn(schema, written), [schema, written]);
  const settled = useSettled(written, SETTLING_MILLISECONDS);
  const key = useMemo(() => canonical(settled), [settled]);
  const asks = admin && draft !== null && here.length === 0;
  const { data, isFetching } = useQuery({
    queryKey: ['policy', 'check', key],
    enabled: asks,
    staleTime: 60_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async () => faultsOf(answerOf(api.POST('/v1/policy/check', { body: sent(settled) }))),
  });
  const found = asks ? (data ?? []) : here;
  return useMemo(
    () => faultsFrom(found, settled === written && !isFetching),
    [found, settled, written, isFetching],
  );
}

/** The mistakes that the service names; none where there are none. */
async function faultsOf(asked: Promise<unknown>): Promise<readonly Fault[]> {
  try {
    await asked;
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.problem?.code === 'invalid_policy') {
      return error.problem.errors ?? [];
    }
    throw error;
  }
}

function faultsFrom(all: readonly Fault[], settled: boolean): Faults {
  return {
    all,
    settled,
    of: (pointer) => all.find((fault) => fault.pointer === pointer)?.detail ?? null,
    within: (pointer) =>
      all.filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`)),
  };
}
