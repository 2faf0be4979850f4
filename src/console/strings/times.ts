import { serviceNow } from '../api/service-time.js';
import { language } from './strings.js';

/** As the reader’s own country writes it: `en-GB` has other dates than `en-US`. */
const locale = (): string =>
  navigator.languages.find((each) => each.split('-')[0] === language) ?? language;

/**
 * The formatters of one kind, each made once: to make one takes a hundred times as long as to use
 * it, and every row of every list has some.
 */
function formatters<Options extends object, Form>(
  make: (where: string, options: Options) => Form,
): (options: Options, where?: string) => Form {
  const made = new Map<string, Form>();
  return (options, where = locale()) => {
    const key = `${where} ${JSON.stringify(options)}`;
    const form = made.get(key) ?? make(where, options);
    made.set(key, form);
    return form;
  };
}

type RelativeOptions = Intl.RelativeTimeFormatOptions;
type DateOptions = Intl.DateTimeFormatOptions;
type NumberOptions = Intl.NumberFormatOptions;

const relativeForm = formatters(
  (where, options: RelativeOptions) => new Intl.RelativeTimeFormat(where, options),
);
const dateForm = formatters(
  (where, options: DateOptions) => new Intl.DateTimeFormat(where, options),
);
const numberForm = formatters(
  (where, options: NumberOptions) => new Intl.NumberFormat(where, options),
);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  { unit: 'day', seconds: DAY },
  { unit: 'hour', seconds: HOUR },
  { unit: 'minute', seconds: MINUTE },
] as const;

/** `3 hours ago`, in the language of the console; `now` for less than a minute either way. */
export function ago(time: string, now = serviceNow()): string {
  const seconds = (Date.parse(time) - now) / 1_000;
  const relative = relativeForm({ numeric: 'auto', style: 'short' });
  const step = STEPS.find((each) => Math.abs(seconds) >= each.seconds);
  if (step === undefined) return relative.format(0, 'second');
  return relative.format(Math.trunc(seconds / step.seconds), step.unit);
}

/** Date and time in this browser's time zone. */
export function moment(time: string): string {
  return dateForm({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

export function day(time: string): string {
  return dateForm({ dateStyle: 'medium' }).format(new Date(time));
}

/** `4 min`, `2.5 h`, `3 d`; an en dash for null. */
export function duration(seconds: number | null): string {
  if (seconds === null) return '–';
  const step = STEPS.find((each) => seconds >= each.seconds);
  const unit = step?.unit ?? 'second';
  const amount = seconds / (step?.seconds ?? 1);
  return numberForm({
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && step !== undefined ? 1 : 0,
  }).format(amount);
}

/** A day such as 2026-11-23, short. */
export function dayName(key: string): string {
  const form = dateForm({ timeZone: 'UTC', day: 'numeric', month: 'short' }, language);
  return key === '' ? '' : form.format(Date.parse(key));
}

export function count(amount: number): string {
  return numberForm({}).format(amount);
}

/** To thousandths, as `0.560`; an en dash for what is no number. */
export function fine(figure: number): string {
  if (Number.isNaN(figure)) return '–';
  const form = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return numberForm(form).format(figure);
}

export function percent(share: number | null): string {
  if (share === null) return '–';
  return numberForm({ style: 'percent', maximumFractionDigits: 1 }).format(share);
}
