import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import Plotter from 'uplot';
import 'uplot/dist/uPlot.min.css';

import { type Colour, useColours } from './colours.js';
import { optionsFor, type Shown, stacked } from './options.js';

/** One thing that is counted, for each place along the plot. */
export interface Series {
  readonly label: string;
  readonly colour: Colour;
  readonly values: readonly (number | null)[];
  readonly kind: 'bars' | 'line';
}

interface PlotProps {
  /** What the plot shows, for who hears it; the table has the figures. */
  readonly label: string;
  /** The places along it, as they are named; days as 2026-11-23. */
  readonly places: readonly string[];
  readonly nameOf: (place: string) => string;
  readonly series: readonly Series[];
  /** Bars stand on one another. */
  readonly stack?: boolean;
  /** Values are seconds, with marks where people would have them. */
  readonly seconds?: boolean;
  readonly figureOf: (value: number) => string;
}

const HEIGHT = 220;

/** A plot with a key, and what stands at the place that is pointed at. */
export function Plot(props: PlotProps) {
  const { label, places, nameOf, series, figureOf } = props;
  const [at, setAt] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useDrawing(place, props, setAt);
  return (
    <div class="plot">
      <div ref={place} class="plot-canvas" role="img" aria-label={label} />
      <ul class="plot-key small">
        {series.map((each) => (
          <li key={each.label} class={`plot-${each.colour} plot-${each.kind}`}>
            {each.label}
            {at !== null && <strong> {valueAt(each, at, figureOf)}</strong>}
          </li>
        ))}
        {at !== null && <li class="plot-at quiet">{nameOf(places[at] ?? '')}</li>}
      </ul>
    </div>
  );
}

function valueAt({ values }: Series, at: number, figureOf: (value: number) => string): string {
  const value = values[at] ?? null;
  return value === null ? '–' : figureOf(value);
}

/** Draws into an element, as wide as it is, and anew when the theme or the figures change. */
function useDrawing(
  place: { readonly current: HTMLDivElement | null },
  props: PlotProps,
  onPoint: (at: number | null) => void,
): void {
  const { places, series, stack = false, seconds = false, nameOf, figureOf } = props;
  const colours = useColours();
  const shown = useMemo<Shown>(
    () => ({ places, series, stack, seconds, nameOf, figureOf, colours }),
    [places, series, stack, seconds, colours],
  );
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const size = (): { width: number; height: number } => ({
      width: element.clientWidth,
      height: HEIGHT,
    });
    const options: uPlot.Options = {
      ...size(),
      ...optionsFor(shown),
      hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
    };
    const plot = new Plotter(options, stacked(shown), element);
    const observer = new ResizeObserver(() => plot.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [shown]);
}
