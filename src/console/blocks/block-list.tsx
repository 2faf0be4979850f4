import type { ComponentProps } from 'preact';
import { Link } from 'wouter-preact';

import type { ListedBlock } from '../../../openapi/types.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { More } from '../parts/more.js';
import { t } from '../strings/strings.js';
import { BlockState } from './block-state.js';

const EXCERPT = 160;

interface BlockListProps {
  readonly blocks: readonly ListedBlock[];
  readonly pages: ComponentProps<typeof More>;
  readonly here: string | null;
  /** What the address says of the list. */
  readonly search: string;
}

export function BlockList({ blocks, pages, here, search }: BlockListProps) {
  return (
    <ul class="two-items">
      {blocks.map((block) => (
        <li key={block.id}>
          <Link
            href={`/blocks/${block.id}${search}`}
            class="two-item"
            aria-current={block.id === here ? 'true' : undefined}
          >
            <span class="two-item-top">
              <bdi class="two-item-name">{block.author_name ?? block.value}</bdi>
              <span class="two-item-age">
                <Ago time={block.created_at} />
              </span>
            </span>
            <MarkedText text={block.reason} lengthMax={EXCERPT} />
            <span class="two-item-foot">
              <span class="badge">{t.blocks.kinds[block.kind]}</span>
              <BlockState block={block} />
            </span>
          </Link>
        </li>
      ))}
      <li>
        <More {...pages} />
      </li>
    </ul>
  );
}
