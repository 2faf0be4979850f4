import { language } from './strings.js';

/** As the reader’s own country writes it: `en-GB` has other dates than `en-US`. */
const locale = (): string =>
  navigator.languages.find((each) => each.split('-')[0] === language) ?? language;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  { unit: 'day', seconds: DAY },
  { unit: 'hour', seconds: HOUR },
  { unit: 'minute', seconds: MINUTE },
] as const;

/** `3 hours ago`, in the language of the console; `now` for less than a minute either way. */
export function ago(time: string, now = Date.now()): string {
  const seconds = (Date.parse(time) - now) / 1_000;
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' });
  const step = STEPS.find((each) => Math.abs(seconds) >= each.seconds);
  if (step === undefined) return relative.format(0, 'second');
  return relative.format(Math.trunc(seconds / step.seconds), step.unit);
}

/** Date and time in this browser's time zone. */
export function moment(time: string): string {
  const form = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  return form.format(new Date(time));
}

export function day(time: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(time));
}

/** `4 min`, `2.5 h`, `3 d`; an en dash for null. */
export function duration(seconds: number | null): string {
  if (seconds === null) return '–';
  const step = STEPS.find((each) => seconds >= each.seconds);
  const unit = step?.unit ?? 'second';
  const amount = seconds / (step?.seconds ?? 1);
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && step !== undefined ? 1 : 0,
  }).format(amount);
}

/** A day such as 2026-11-23, short. */
export function dayName(key: string): string {
  const form = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  return key === '' ? '' : form.format(Date.parse(key));
}

export function count(amount: number): string {
  return new Intl.NumberFormat(locale()).format(amount);
}

/** To thousandths, as `0.560`; an en dash for what is no number. */
export function fine(figure: number): string {
  if (Number.isNaN(figure)) return '–';
  const form = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return new Intl.NumberFormat(locale(), form).format(figure);
}

export function percent(share: number | null): string {
  if (share === null) return '–';
  const form = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 });
  return form.format(share);
}
