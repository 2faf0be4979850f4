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
 * Any RFC 3339 time in the one form in which times are stored. A leap second, which no clock here
 * knows, is the second before it.
 */
export function inUtc(time: string): string {
  return timestamp(Date.parse(time.replace(/:60(?=[.z+-])/iu, ':59')));
}
