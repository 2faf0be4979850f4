import { useMemo } from 'preact/hooks';

import { type Range, segmentsOf } from '../text/segments.js';

interface MarkedPlacesProps {
  readonly text: string;
  readonly places: readonly Range[];
}

/** A text by a stranger with places marked, where there is no more to be told of them. */
export function MarkedPlaces({ text, places }: MarkedPlacesProps) {
  const segments = useMemo(() => segmentsOf(text, places), [text, places]);
  return (
    <bdi class="strange" dir="auto">
      {segments.map(({ start, text: run, shownAs, marks }) => {
        const shown = shownAs === null ? run : <span class="unseen">{shownAs}</span>;
        return marks.length === 0 ? (
          <span key={start}>{shown}</span>
        ) : (
          <mark key={start} class="mark mark-hold">
            {shown}
          </mark>
        );
      })}
    </bdi>
  );
}
