import { useState } from 'preact/hooks';

import type { AuthorFile, Block } from '../../../openapi/types.js';
import { unblockAuthor } from '../acts/acts.js';
import { useSend } from '../api/use-send.js';
import { isOver } from '../comments/author-glance.js';
import { Dialog } from '../parts/dialog.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import '../comments/complaints.css';

interface BlocksProps {
  readonly author: AuthorFile;
  readonly onLifted: (text: string) => void;
}

/** The blocks that there are and were on an author, and lifting the one in force. */
export function Blocks({ author, onLifted }: BlocksProps) {
  const [lifting, setLifting] = useState(false);
  const { blocks } = author;
  if (blocks.length === 0) return null;
  return (
    <section class="complaints" aria-labelledby="blocks-heading">
      <h2 id="blocks-heading" class="pane-heading">
        {t.block.list}
      </h2>
      <ul>
        {blocks.map((block) => (
          <Item key={block.id} block={block} onLift={() => setLifting(true)} />
        ))}
      </ul>
      {lifting && (
        <LiftDialog
          author={author}
          onClose={() => setLifting(false)}
          onLifted={(restored) => {
            setLifting(false);
            onLifted(t.block.lifted(restored));
          }}
        />
      )}
    </section>
  );
}

function Item({ block, onLift }: { readonly block: Block; readonly onLift: () => void }) {
  const { mode, reason, note, until, created_at, created_by, lifted_at, replaced_by } = block;
  const inForce = lifted_at === null && replaced_by === null && !isOver(until);
  return (
    <li class={inForce ? 'complaint block-in-force' : 'complaint'}>
      <p class="complaint-line">
        <span class={inForce ? 'badge standing-blocked' : 'badge'}>{t.block.mode[mode]}</span>
        <bdi>{created_by}</bdi>
        <span class="quiet">
          <Ago time={created_at} />
        </span>
        <span class="quiet">
          {until === null ? t.block.forGood : t.block.until}{' '}
          {until !== null && <Moment time={until} />}
        </span>
        {lifted_at !== null && (
          <span>
            {t.block.liftedAt} <Ago time={lifted_at} />
          </span>
        )}
        {inForce && (
          <button type="button" class="link-button" onClick={onLift}>
            {t.block.lift}
          </button>
        )}
      </p>
      <MarkedText text={reason} />
      {note !== null && (
        <div class="quiet">
          <MarkedText text={note} />
        </div>
      )}
    </li>
  );
}

interface LiftDialogProps {
  readonly author: AuthorFile;
  readonly onClose: () => void;
  readonly onLifted: (restored: number) => void;
}

function LiftDialog({ author, onClose, onLifted }: LiftDialogProps) {
  const [restore, setRestore] = useState(true);
  const lifting = useSend({
    send: async (restores: boolean) => unblockAuthor(author.id, restores),
    onSent: ({ restored_comments }) => onLifted(restored_comments),
  });
  return (
    <Dialog heading={t.block.liftHeading} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          lifting.send(restore);
        }}
      >
        <p class="dialog-about">
          <bdi>{author.name}</bdi>
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={restore}
            onChange={({ currentTarget }) => setRestore(currentTarget.checked)}
          />
          {t.block.restore}
        </label>
        {lifting.error !== null && <Problem error={lifting.error} />}
        <div class="buttons">
          <button type="submit" class="button button-first" disabled={lifting.isPending}>
            {t.block.lift}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
