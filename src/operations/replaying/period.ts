import { GatepostError } from '../../domain/errors.js';
import { millisecondsOf, timestamp } from '../../domain/time.js';
import type { Period } from '../../store/record-store.js';

/** Nothing was posted before; and years of five digits are no RFC 3339. */
const EARLIEST = Date.parse('1990-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

/** As RFC 3339 has it; null for no bound. */
export type AskedPeriod = Period;

/**
 * Brings the bounds of a period to the form in which times are stored.
 *
 * @throws GatepostError `invalid_date` for what is no time, or for a period that ends before it
 *   begins.
 */
export function checkedPeriod(asked: AskedPeriod): Period {
  const from = checkedTime(asked.from, 'from');
  const to = checkedTime(asked.to, 'to');
  if (from !== null && to !== null && from >= to) {
    throw wrong('to', 'must be later than from');
  }
  return { from, to };
}

function checkedTime(time: string | null, name: string): string | null {
  if (time === null) return null;
  const milliseconds = millisecondsOf(time);
  if (Number.isNaN(milliseconds)) throw wrong(name, 'is no RFC 3339 time');
  if (milliseconds < EARLIEST || milliseconds > LATEST) {
    throw wrong(name, 'must lie between 1990 and 9999');
  }
  return timestamp(milliseconds);
}

function wrong(name: string, detail: string): GatepostError {
  return new GatepostError('invalid_date', `${name} ${detail}.`, {
    errors: [{ pointer: `/${name}`, detail }],
  });
}
