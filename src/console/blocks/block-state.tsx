import type { Block } from '../../../openapi/types.js';
import { isOver } from '../comments/author-glance.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';

const LOOKS = {
  reject: 'standing-blocked',
  hold: 'standing-mixed',
  shadow: 'standing-blocked',
} as const;

/** Whether a block is in force, how, and until when. */
export function BlockState({ block }: { readonly block: Block }) {
  const { mode, until, lifted_at, replaced_by } = block;
  if (replaced_by !== null) return <span class="badge">{t.blocks.replaced}</span>;
  if (lifted_at !== null) return <span class="badge">{t.blocks.lifted}</span>;
  if (isOver(until)) return <span class="badge">{t.blocks.over}</span>;
  return (
    <span class={`badge ${LOOKS[mode]}`}>
      {t.block.mode[mode]}
      {until !== null && (
        <>
          {' · '}
          {t.blocks.ends} <Ago time={until} />
        </>
      )}
    </span>
  );
}
