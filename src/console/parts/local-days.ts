/** Days of this browser's zone, as fields of the type `date` have them: 2026-11-23. */

/** The day of a time, in milliseconds. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${date.getFullYear()}-${month}-${day}`;
}

/** When a day begins, or one so many days after it, as RFC 3339; null for a text that is no day. */
export function beginOfDay(day: string, later = 0): string | null {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return null;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
