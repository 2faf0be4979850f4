import { GatepostError } from '../../domain/errors.js';
import { timestamp } from '../../domain/time.js';
import type { Period } from '../../store/record-store.js';

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
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw wrong(name, 'is no RFC 3339 time');
  return timestamp(milliseconds);
}

function wrong(name: string, detail: string): GatepostError {
  return new GatepostError('invalid_date', `${name} ${detail}.`, {
    errors: [{ pointer: `/${name}`, detail }],
  });
}
