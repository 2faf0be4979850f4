import type { Block, BlockKind } from '../../../src/domain/block.js';
import { ipRange } from '../../../src/operations/blocking/ip-range.js';
import type { Store } from '../../../src/store/store.js';
import { idMaker } from './rows.js';

const BLOCKS = 2_000;
const KINDS = ['ip', 'email', 'email_domain', 'name'] as const;

/** Blocks of every kind but on authors, all in force, and on nobody who is among the readers. */
export async function addBlocks(
  store: Store,
  site: string,
  now: string,
): Promise<void> {
  const newId = idMaker('0000000000');
  await store.transaction(site, async (bound) => {
    for (let at = 0; at < BLOCKS; at += 1) {
      const kind = KINDS[at % KINDS.length] ?? 'name';
      const { value, start, end } = target(kind, at);
      const block: Block = {
        ...{ id: newId('blk'), kind, value, mode: 'reject', reason: 'Spam.', until: null },
        ...{ created_at: now, created_by: 'bench', raised_by: 'moderator' },
        ...{ lifted_at: null, lifted_by: null, note: null, lift_reason: null, replaced_by: null },
      };
      await bound.blocks.insert(site, block, { start, end });
    }
  });
}

function target(kind: BlockKind, at: number) {
  if (kind === 'ip') {
    const range = ipRange(`10.${(at >> 8) & 255}.${at & 255}.0/24`);
    if ('problem' in range) throw new Error(range.problem);
    return { value: range.cidr, start: range.start, end: range.end };
  }
  const value = kind === 'email' ? `spam-${at}@spam.example` : `spam-${at}.example`;
  return { value, start: value, end: value };
}
