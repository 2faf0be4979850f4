const DAY_MILLISECONDS = 86_400_000;

/** The day of a time in a zone, as 2026-11-23. */
export function dayIn(zone: string, time: number): string {
  const form = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return form.format(time);
}

export function daysBefore(day: string, amount: number): string {
  return new Date(Date.parse(day) - amount * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Every day from the first to the last. */
export function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = daysBefore(day, -1)) days.push(day);
  return days;
}

/** When a day begins in a zone, as RFC 3339. */
export function midnight(day: string, zone: string): string {
  const utc = Date.parse(day);
  // The clock may be put forward or back between the guess and the midnight: look again from there.
  const guess = utc - offsetAt(utc, zone);
  return new Date(utc - offsetAt(guess, zone)).toISOString();
}

/** How far a zone is ahead of UTC at a time, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(time);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00';
  const there = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`;
  return Date.parse(there) - Math.floor(time / 1_000) * 1_000;
}
