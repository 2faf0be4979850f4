import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

import { t } from '../strings/strings.js';
import { Loading } from './loading.js';
import { Problem } from './problem.js';
import { useTitle } from './use-title.js';
import './list-and-pane.css';

interface ListAndPaneProps {
  readonly heading: string;
  /** Beside the heading, as a button that makes one. */
  readonly act?: ComponentChildren;
  /** What part of the list is shown. */
  readonly filters: ComponentChildren;
  /** The items, as a list; undefined until they are there. */
  readonly list: ComponentChildren;
  /** How the items are asked for. */
  readonly pages: { readonly error: Error | null; readonly refetch: () => unknown };
  /** The one that is looked at; null for none. */
  readonly pane: ComponentChildren;
  /** What the pane shows, for those who do not see it. */
  readonly paneName: string;
  /** The address of the list alone. */
  readonly back: string;
  readonly opened: boolean;
}

/**
 * A list, and beside it the one that is looked at; on a phone, one or the other. Where the list
 * cannot be read the pane stays: somebody may be writing in it.
 */
export function ListAndPane(props: ListAndPaneProps) {
  const { heading, act, filters, list, pages, pane, paneName, back, opened } = props;
  useTitle(heading);
  return (
    <div class={opened ? 'two two-opened' : 'two'}>
      {/* Of the page, also where a phone shows the pane alone. */}
      <h1 class="for-readers">{heading}</h1>
      <section class="two-list" aria-label={heading}>
        <header class="two-head">
          <div class="two-title">
            <span class="two-name" aria-hidden="true">
              {heading}
            </span>
            {act}
          </div>
          {filters}
        </header>
        {pages.error !== null && (
          <Problem error={pages.error} onRetry={() => void pages.refetch()} />
        )}
        {list ?? (pages.error === null && <Loading />)}
      </section>
      <section class="two-pane" aria-label={paneName}>
        {opened && (
          <Link href={back} class="button two-back">
            {t.queue.back}
          </Link>
        )}
        {pane}
      </section>
    </div>
  );
}
