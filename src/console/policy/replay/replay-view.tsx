import { useState } from 'preact/hooks';

import { serviceNow } from '../../api/service-time.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../strings/strings.js';
import { count, duration } from '../../strings/times.js';
import { isSame } from '../document/members.js';
import { usePolicyDesk } from '../policy-context.js';
import { Result } from './replay-result.js';
import { cancelReplay, isRunning, type ReplayRun, startReplay, useReplayRun } from './replay-run.js';
import './replay.css';

const DAY_MILLISECONDS = 86_400_000;
const PERIODS = { week: 7, month: 30, quarter: 90, all: null } as const;
type Period = keyof typeof PERIODS;
const ALL = 10_000_000;
const LIMITS = [1_000, 10_000, 100_000, ALL];

/** What the draft would have done with what is stored. */
export function Screen() {
  const { written, draft, faults, mayChange } = usePolicyDesk();
  const run = useReplayRun();
  if (!mayChange) return <p class="empty">{t.policy.replay.forAdmins}</p>;
  return (
    <div class="replay">
      <p class="replay-told">
        {t.policy.replay.told} {draft === null && t.policy.replay.noDraft}
      </p>
      {(run === null || !isRunning(run)) && (
        <Ask
          disabled={faults.all.length > 0}
          onStart={(asked) => void startReplay(written, asked)}
        />
      )}
      {faults.all.length > 0 && <p class="notice">{t.policy.replay.wrong}</p>}
      {run !== null && isRunning(run) && <Progress run={run} />}
      {run !== null && <Outcome run={run} movedOn={!isSame(run.document, written)} />}
    </div>
  );
}

function Outcome({ run, movedOn }: { readonly run: ReplayRun; readonly movedOn: boolean }) {
  if (run.error !== null) return <Problem error={run.error} />;
  if (run.result === null) return null;
  return (
    <>
      {movedOn && <p class="notice">{t.policy.replay.movedOn}</p>}
      <Result result={run.result} />
    </>
  );
}

interface AskProps {
  readonly disabled: boolean;
  readonly onStart: (asked: { readonly from: string | null; readonly limit: number }) => void;
}

function Ask({ disabled, onStart }: AskProps) {
  const [period, setPeriod] = useState<Period>('month');
  const [limit, setLimit] = useState(10_000);
  const start = (): void => {
    const days = PERIODS[period];
    const from = days === null ? null : new Date(serviceNow() - days * DAY_MILLISECONDS);
    onStart({ from: from?.toISOString() ?? null, limit });
  };
  return (
    <form
      class="replay-ask"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <label class="field">
        {t.policy.replay.period}
        <select
          value={period}
          onChange={({ currentTarget }) => setPeriod(currentTarget.value as Period)}
        >
          {(Object.keys(PERIODS) as Period[]).map((each) => (
            <option key={each} value={each}>
              {t.policy.replay.periods[each]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {t.policy.replay.limit}
        <select
          value={limit}
          onChange={({ currentTarget }) => setLimit(Number(currentTarget.value))}
        >
          {LIMITS.map((each) => (
            <option key={each} value={each}>
              {each === ALL ? t.policy.replay.noLimit : t.policy.replay.newest(count(each))}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button button-first" disabled={disabled}>
        {t.policy.replay.start}
      </button>
    </form>
  );
}

function Progress({ run: { progress } }: { readonly run: ReplayRun }) {
  const { read = 0, total = 0, elapsed_seconds = 0 } = progress ?? {};
  const left = read === 0 ? null : (elapsed_seconds * (total - read)) / read;
  return (
    <div class="replay-progress card">
      <progress max={Math.max(total, 1)} value={read} aria-label={t.policy.replay.running} />
      <p>
        {t.policy.replay.progress(count(read), count(total))}{' '}
        <span class="quiet">{left !== null && left >= 1 && t.policy.replay.left(duration(left))}</span>
      </p>
      <button type="button" class="button" onClick={cancelReplay}>
        {t.cancel}
      </button>
    </div>
  );
}
