import type uPlot from 'uplot';
import Plotter from 'uplot';

import type { Colours } from './colours.js';
import type { Series } from './plot.js';

/** Everything that a drawing is made of. */
export interface Shown {
  readonly places: readonly string[];
  readonly series: readonly Series[];
  readonly stack: boolean;
  readonly seconds: boolean;
  readonly nameOf: (place: string) => string;
  readonly figureOf: (value: number) => string;
  readonly colours: Colours;
}

const FONT = '12px system-ui, sans-serif';
/** From a second to a month, as clocks and calendars have it. */
const SECONDS_STEPS = [
  ...[1, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200],
  ...[86_400, 172_800, 345_600, 604_800, 1_209_600, 2_592_000],
];
const BAR_SHARE = 0.72;
const BAR_WIDTH_MAX = 48;
const LABEL_WIDTH = 72;
const VALUE_AXIS_WIDTH = 56;
const PLACES_AXIS_HEIGHT = 30;

/** Places are numbered from 0: they are days or steps, each as wide as the other. */
export function stacked({ places, series, stack }: Shown): uPlot.AlignedData {
  const numbers = places.map((_, at) => at);
  const values = series.map((each, index) =>
    stack && each.kind === 'bars'
      ? places.map((_, at) => sumAt(series.slice(0, index + 1), at))
      : [...each.values],
  );
  // The highest sum first, so that what stands below is drawn over it.
  return [numbers, ...(stack ? values.toReversed() : values)];
}

function sumAt(series: readonly Series[], at: number): number {
  return series.reduce((sum, { kind, values }) => sum + (kind === 'bars' ? (values[at] ?? 0) : 0), 0);
}

export function optionsFor(shown: Shown): Omit<uPlot.Options, 'width' | 'height'> {
  const { places, series, stack, colours } = shown;
  const drawn = series.map((each) => drawnAs(each, colours));
  return {
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    padding: [8, 8, 0, 0],
    scales: {
      x: { time: false, range: [-0.6, places.length - 0.4] },
      y: { range: (_, __, max) => [0, Math.max(max, 1) * 1.08] },
    },
    series: [{}, ...(stack ? drawn.toReversed() : drawn)],
    axes: [placesAxis(shown), valuesAxis(shown)],
  };
}

function drawnAs({ label, colour, kind }: Series, colours: Colours): uPlot.Series {
  const stroke = colours[colour];
  if (kind === 'line') {
    return { label, stroke, width: 2, points: { show: true, size: 5, fill: stroke } };
  }
  const paths = Plotter.paths.bars?.({ size: [BAR_SHARE, BAR_WIDTH_MAX] });
  const bars = { label, fill: stroke, width: 0, points: { show: false } };
  return paths === undefined ? bars : { ...bars, paths };
}

function placesAxis({ places, nameOf, colours }: Shown): uPlot.Axis {
  return {
    font: FONT,
    size: PLACES_AXIS_HEIGHT,
    stroke: colours.quiet,
    grid: { show: false },
    ticks: { stroke: colours.line, size: 4 },
    // As many names as there is room for, at whole places.
    splits: (plot) => {
      const room = Math.max(1, Math.floor(plot.width / LABEL_WIDTH));
      const step = Math.ceil(places.length / room);
      return places.map((_, at) => at).filter((at) => at % step === 0);
    },
    values: (_, splits) => splits.map((at) => nameOf(places[at] ?? '')),
  };
}

function valuesAxis({ figureOf, seconds, colours }: Shown): uPlot.Axis {
  return {
    font: FONT,
    size: VALUE_AXIS_WIDTH,
    stroke: colours.quiet,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    ...(seconds && { incrs: SECONDS_STEPS }),
    values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? figureOf(value) : '')),
  };
}
