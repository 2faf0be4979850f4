/** A score and whether the row is positive. */
export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** Stretches of equal scores in sorted rows, and how many of each are positive. */
function* ties(
  sorted: readonly Scored[],
): Generator<{ readonly from: number; readonly to: number; readonly held: number }> {
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    let held = 0;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) {
      if (sorted[to]?.positive === true) held += 1;
      to += 1;
    }
    yield { from, to, held };
    from = to;
  }
}

/** The area under the ROC curve; ties count half. NaN where one class is missing. */
export function areaUnderRoc(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((a, b) => a.score - b.score);
  const positives = rows.filter(({ positive }) => positive).length;
  let rankSum = 0;
  for (const { from, to, held } of ties(sorted)) rankSum += held * ((from + 1 + to) / 2);
  const negatives = rows.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Average precision: the mean of the precision at each positive; ties are taken together. */
export function averagePrecision(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  const positives = rows.filter(({ positive }) => positive).length;
  let found = 0;
  let sum = 0;
  for (const { to, held } of ties(sorted)) {
    found += held;
    sum += held * (found / to);
  }
  return sum / positives;
}

/** What a yes or no finds. */
export interface Hits {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the negatives, how many are flagged. */
  readonly clean_flagged: number;
}

/** A yes or no for a row, and whether it should be yes. */
export interface Flagged {
  readonly flagged: boolean;
  readonly positive: boolean;
}

/** Shares from 0 to 1; 0 where there is nothing to divide by. */
export function hitsOf(rows: readonly Flagged[]): Hits {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { flagged, positive } of rows) {
    if (flagged && positive) right += 1;
    else if (flagged) wrong += 1;
    else if (positive) missed += 1;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
    clean_flagged: share(wrong, rows.length - right - missed),
  };
}
