import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { isProven, type ReporterRecord, weightOf } from '../domain/reporter.js';
import type { ReporterCounts } from '../store/report-weighing.js';
import { recordBounds } from './reporting/open-weights.js';

/** A reader as one who reports. */
export interface Reporter {
  readonly external_id: string;
  /** What a report of theirs weighs now. */
  readonly weight: number;
  /** Whether a person ever agreed with them, within what counts. */
  readonly proven: boolean;
  /** What the weight is computed from. */
  readonly record: ReporterRecord;
  /** All reports that they ever made. */
  readonly counts: ReporterCounts;
}

/**
 * How much the reports of a reader weigh, and why.
 *
 * @throws GatepostError `not_found` for one who never reported anything.
 */
export async function getReporter(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, external_id }: { readonly caller: Caller; readonly external_id: string },
): Promise<Reporter> {
  const { reports } = deps.store;
  const counts = await reports.countsOf(caller.site_id, external_id);
  if (counts === null) {
    const detail = `No reader with the id ${JSON.stringify(external_id)} has reported anything.`;
    throw new GatepostError('not_found', detail);
  }
  const record = await reports.recordOf(caller.site_id, external_id, recordBounds(deps));
  return { external_id, weight: weightOf(record), proven: isProven(record), record, counts };
}
