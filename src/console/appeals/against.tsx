import { useState } from 'preact/hooks';

import type { Appeal, CommentFile } from '../../../openapi/types.js';
import { History } from '../comments/history.js';
import { MarkedText } from '../parts/marked-text.js';
import { t } from '../strings/strings.js';
import { useStatement } from './queries.js';

interface AgainstProps {
  readonly appeal: Appeal;
  readonly file: CommentFile;
}

/** The decision that an appeal is against, with the reasons that its author was given. */
export function Against({ appeal, file }: AgainstProps) {
  const decision = file.decisions.find(({ id }) => id === appeal.decision_id);
  const later = file.decisions.at(-1)?.id !== appeal.decision_id;
  return (
    <section aria-labelledby="appeal-against">
      <h3 id="appeal-against" class="pane-heading">
        {t.appealDesk.against}
      </h3>
      {decision !== undefined && <History decisions={[decision]} />}
      {later && appeal.status === 'filed' && <p class="quiet small">{t.appealDesk.later}</p>}
      <Statement decision={appeal.decision_id} />
    </section>
  );
}

function Statement({ decision }: { readonly decision: string }) {
  const [open, setOpen] = useState(false);
  const { data, error } = useStatement(decision, open);
  return (
    <details
      class="appeal-statement"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t.appealDesk.statement}</summary>
      {error !== null && <p class="quiet">{error.message}</p>}
      {data !== undefined && (
        <div class="card" lang={data.locale}>
          <MarkedText text={data.text} />
        </div>
      )}
    </details>
  );
}
