import { useState } from 'preact/hooks';
import { useLocation, useParams, useSearchParams } from 'wouter-preact';

import { useRenewal } from '../api/use-renewal.js';
import { ListAndPane } from '../parts/list-and-pane.js';
import { t } from '../strings/strings.js';
import { BlockFiltersBar } from './block-filters.js';
import { BlockList } from './block-list.js';
import { BlockPane } from './block-pane.js';
import { NewBlockDialog } from './new-block-dialog.js';
import { BLOCK_KINDS, type BlockFilters, BLOCKS, useBlockPages } from './queries.js';
import './blocks.css';

/** Who may not post, and since when, and why. */
export function Screen() {
  const { id } = useParams<{ id?: string }>();
  const [address, setAddress] = useSearchParams();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const filters = filtersIn(address);
  const pages = useBlockPages(filters);
  useRenewal(['author.blocked', 'author.unblocked'], BLOCKS);
  const blocks = pages.data?.pages.flatMap(({ data }) => data);
  const search = searchOf(filters);
  return (
    <>
      <ListAndPane
        heading={t.nav.blocks}
        act={
          <button type="button" class="button button-first" onClick={() => setMaking(true)}>
            {t.blocks.make}
          </button>
        }
        filters={
          <BlockFiltersBar
            filters={filters}
            onChange={(changed) => setAddress(addressOf({ ...filters, ...changed }))}
          />
        }
        list={
          blocks && (
            <BlockList blocks={blocks} pages={pages} here={id ?? null} search={search} />
          )
        }
        pages={pages}
        pane={
          id === undefined ? (
            <p class="empty">{blocks?.length === 0 ? t.blocks.none : t.blocks.choose}</p>
          ) : (
            <BlockPane key={id} id={id} />
          )
        }
        paneName={t.blocks.pane}
        back={`/blocks${search}`}
        opened={id !== undefined}
      />
      {making && (
        <NewBlockDialog
          onMade={(made) => {
            setMaking(false);
            go(`/blocks/${made.id}${search}`);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}

function filtersIn(address: URLSearchParams): BlockFilters {
  const kind = BLOCK_KINDS.find((each) => each === address.get('kind')) ?? null;
  return { kind, past: address.get('past') === '1' };
}

function addressOf({ kind, past }: BlockFilters): Record<string, string> {
  return { ...(kind && { kind }), ...(past && { past: '1' }) };
}

function searchOf(filters: BlockFilters): string {
  const written = new URLSearchParams(addressOf(filters)).toString();
  return written === '' ? '' : `?${written}`;
}
