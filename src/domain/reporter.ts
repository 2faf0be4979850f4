/** How often people agreed with a reader's reports, among the latest that were answered. */
export interface ReporterRecord {
  readonly agreed: number;
  readonly disagreed: number;
}

/**
 * Answers that everybody is taken to have had before the first: so many of each kind. One answer
 * moves a reader's weight by a fifth, ten of one kind by five sevenths.
 */
export const ASSUMED_OF_EACH = 2;

/**
 * What a report of the reader weighs: 1 for one of whom nothing is known, towards 2 for one whom
 * people always agree with, towards 0 for one whom they never do.
 *
 * Twice the mean of the share agreed with, under a Beta(2, 2) prior: Laplace's rule of succession
 * with two assumed answers of each kind (additive smoothing), so that little evidence says little.
 */
export function weightOf({ agreed, disagreed }: ReporterRecord): number {
  const share = (agreed + ASSUMED_OF_EACH) / (agreed + disagreed + 2 * ASSUMED_OF_EACH);
  return 2 * share;
}

/** Whether people ever agreed with the reader. Accounts made for a campaign have no such record. */
export function isProven({ agreed }: ReporterRecord): boolean {
  return agreed > 0;
}

/**
 * What the reports of several readers weigh together. Those who are not proven weigh at most
 * `unprovenMax` in all, however many they are; 0 for no such bound.
 */
export function weightTogether(records: readonly ReporterRecord[], unprovenMax: number): number {
  const sum = (some: readonly ReporterRecord[]): number =>
    some.reduce((total, record) => total + weightOf(record), 0);
  const proven = sum(records.filter(isProven));
  const unproven = sum(records.filter((record) => !isProven(record)));
  return proven + (unprovenMax > 0 ? Math.min(unproven, unprovenMax) : unproven);
}
