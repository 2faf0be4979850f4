import { useState } from 'preact/hooks';

import type { DecisionResult } from '../../../openapi/types.js';
import type { DecidingAction, Said } from '../acts/acts.js';
import { RejectDialog } from '../acts/reject-dialog.js';
import { Dialog } from '../parts/dialog.js';
import { Loading } from '../parts/loading.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { BulkPreviewList, BulkResults } from './bulk-preview.js';
import { type BulkPreview, commonOf, decideAll, decideRows, previewOf } from './bulk.js';
import type { Filters } from './filters.js';
import type { Selection } from './use-selection.js';

interface BulkBarProps {
  readonly selection: Selection;
  readonly filters: Filters;
  /** The queue has changed by it. */
  readonly onDone: () => void;
}

/** A decision about many on its way: what is asked, then what came of it. */
type Job =
  | { readonly step: 'asking'; readonly action: DecidingAction; readonly of: BulkPreview }
  | { readonly step: 'counting'; readonly action: DecidingAction }
  | { readonly step: 'working'; readonly done: number; readonly count: number }
  | { readonly step: 'done'; readonly results: readonly DecisionResult[] }
  | { readonly step: 'failed'; readonly error: Error };

/** Decides about all that is ticked, or about all that fits the filters. */
export function BulkBar({ selection, filters, onDone }: BulkBarProps) {
  const [job, setJob] = useState<Job | null>(null);
  const common = commonOf(filters);
  const ask = (action: DecidingAction): void => {
    if (selection.size > 0) {
      const { rows, size: count } = selection;
      const sample = rows.map(({ item }) => item.comment);
      setJob({ step: 'asking', action, of: { rows, count, more: false, sample, token: null } });
    } else if (common !== null) {
      setJob({ step: 'counting', action });
      previewOf(common, action).then(
        (of) => setJob({ step: 'asking', action, of }),
        (fault: unknown) => setJob({ step: 'failed', error: errorOf(fault) }),
      );
    }
  };
  const run = async (action: DecidingAction, of: BulkPreview, said: Said): Promise<void> => {
    setJob({ step: 'working', done: 0, count: of.count });
    try {
      const results =
        of.rows !== null
          ? await decideRows(of.rows, action, said)
          : await decideAll({ common: common ?? {}, action, said }, of.token, (done) =>
              setJob({ step: 'working', done, count: of.count }),
            );
      setJob({ step: 'done', results });
    } catch (error) {
      setJob({ step: 'failed', error: errorOf(error) });
    }
  };
  const close = (): void => {
    if (job?.step === 'done' || job?.step === 'failed') {
      selection.clear();
      onDone();
    }
    setJob(null);
  };
  return (
    <>
      <Bar selection={selection} common={common !== null} onAsk={ask} />
      {job !== null && <JobDialog job={job} onRun={run} onClose={close} />}
    </>
  );
}

const errorOf = (fault: unknown): Error =>
  fault instanceof Error ? fault : new Error(String(fault));

interface BarProps {
  readonly selection: Selection;
  readonly common: boolean;
  readonly onAsk: (action: DecidingAction) => void;
}

function Bar({ selection, common, onAsk }: BarProps) {
  if (selection.size === 0 && !common) return null;
  return (
    <div class="bulk-bar" role="toolbar" aria-label={t.bulk.name}>
      <span class="bulk-count">
        {selection.size > 0 ? t.bulk.selected(selection.size) : t.bulk.allThatFits}
      </span>
      <button type="button" class="button button-approve" onClick={() => onAsk('approve')}>
        {t.action.approve}…
      </button>
      <button type="button" class="button button-reject" onClick={() => onAsk('reject')}>
        {t.action.reject}…
      </button>
      {selection.size > 0 && (
        <button type="button" class="button button-plain" onClick={selection.clear}>
          {t.bulk.clear}
        </button>
      )}
    </div>
  );
}

interface JobDialogProps {
  readonly job: Job;
  readonly onRun: (action: DecidingAction, of: BulkPreview, said: Said) => Promise<void>;
  readonly onClose: () => void;
}

function JobDialog({ job, onRun, onClose }: JobDialogProps) {
  if (job.step === 'asking') return <Asking job={job} onRun={onRun} onClose={onClose} />;
  return (
    <Dialog heading={t.bulk.heading} onClose={onClose} wide>
      {job.step === 'counting' && <Loading />}
      {job.step === 'working' && (
        <p role="status">
          {t.bulk.working(job.done, job.count)}
          <progress max={Math.max(job.count, 1)} value={job.done} class="bulk-progress" />
        </p>
      )}
      {job.step === 'done' && <BulkResults results={job.results} onClose={onClose} />}
      {job.step === 'failed' && <Problem error={job.error} />}
    </Dialog>
  );
}

interface AskingProps extends Omit<JobDialogProps, 'job'> {
  readonly job: Extract<Job, { readonly step: 'asking' }>;
}

function Asking({ job: { action, of }, onRun, onClose }: AskingProps) {
  const preview = <BulkPreviewList preview={of} />;
  if (of.count === 0) {
    return (
      <Dialog heading={t.bulk.heading} onClose={onClose}>
        <p>{t.bulk.nothing}</p>
      </Dialog>
    );
  }
  if (action === 'reject') {
    const findings = of.sample.flatMap((comment) => comment.findings);
    const reject = (said: Said): void => void onRun('reject', of, said);
    return (
      <RejectDialog
        findings={findings}
        count={of.count}
        preview={preview}
        onReject={reject}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog heading={t.bulk.approve(of.count)} onClose={onClose} wide>
      {preview}
      <div class="buttons dialog-buttons">
        <button
          type="button"
          class="button button-approve"
          onClick={() => void onRun('approve', of, {})}
        >
          {t.bulk.approveAll(of.count)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}
