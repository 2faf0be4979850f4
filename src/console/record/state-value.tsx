import { Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';

interface StateValueProps {
  readonly name: string;
  readonly value: unknown;
}

const TIMES: ReadonlySet<string> = new Set(['until', 'expires_at']);

/** A member of a recorded state as people read it: codes by their names, times as times. */
export function StateValue({ name, value }: StateValueProps) {
  if (value === undefined) return <span class="quiet">–</span>;
  if (value === null) return <span>{TIMES.has(name) ? t.block.forGood : t.record.nothing}</span>;
  if (typeof value === 'boolean') return <span>{value ? t.record.yes : t.record.no}</span>;
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  if (TIMES.has(name)) return <Moment time={written} />;
  return <bdi class="record-value">{named(name, written)}</bdi>;
}

function named(name: string, value: string): string {
  const names: Readonly<Record<string, string>> = NAMES[name] ?? {};
  return names[value] ?? value;
}

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { ...t.status, ...t.appealDesk.status, ...t.noticeDesk.status },
  mode: t.block.mode,
  kind: t.blocks.kinds,
  about: t.acts.object,
  reason: t.reportReason,
  raised_by: { moderator: t.history.actor.moderator, policy: t.blocks.byPolicy },
};
