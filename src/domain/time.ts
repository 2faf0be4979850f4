/** RFC 3339 UTC with milliseconds, always 24 characters: sorts as text as it does in time. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Seconds from `earlier` to `later`, both timestamps; negative when they are the other way. */
export function secondsBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 1000;
}

/** The timestamp `seconds` before another. */
export function secondsBefore(time: string, seconds: number): string {
  return timestamp(Date.parse(time) - seconds * 1000);
}

/** When the hour of a stored time began. */
export function hourOf(time: string): string {
  return `${time.slice(0, 'YYYY-MM-DDTHH'.length)}:00:00.000Z`;
}

/**
 * An RFC 3339 time as `Date.now` has it; NaN for what is none. A leap second, which no clock here
 * knows, is the second before it.
 */
export function millisecondsOf(time: string): number {
  return Date.parse(time.replace(/:60(?=[.z+-])/iu, ':59'));
}

/** Beyond these a time has more characters, and sorts before every other. */
const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Any RFC 3339 time in the one form in which times are stored. What an offset moves out of the
 * years of four digits is the first or the last moment of them.
 */
export function inUtc(time: string): string {
  return timestamp(Math.min(Math.max(millisecondsOf(time), FIRST), LAST));
}
