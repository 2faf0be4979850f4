import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Asked {
  readonly count: number;
  /** Of each row, in pixels. */
  readonly height: number;
  readonly scroller: RefObject<HTMLElement>;
  /** A row that is drawn wherever the list stands, because it has the focus; -1 for none. */
  readonly kept: number;
}

/** Which rows of a long list are drawn: those that are seen, some around them, and the kept one. */
export function useVirtualRows(asked: Asked): Virtualizer<HTMLElement, HTMLElement> {
  const { count, height, scroller, kept } = asked;
  const [, draw] = useState(0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: 6,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return kept < 0 || kept >= count || seen.includes(kept) ? seen : [kept, ...seen];
    },
    onChange: () => draw((times) => times + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  return virtualizer;
}
