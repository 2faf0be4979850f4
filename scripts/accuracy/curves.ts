import type { Hits, Scored } from '../figures/metrics.js';

/** A curve over all thresholds. */
export interface Curve {
  readonly name: string;
  readonly rows: readonly Scored[];
}

/** What answers yes or no is a point. */
export interface Dot {
  readonly name: string;
  readonly hits: Hits;
}

const SIDE = 340;
const MARGIN = 50;
const GAP = 70;
const LEGEND_LINE = 18;
const COLOURS = ['#1f5fa8', '#c2410c', '#15803d', '#7e22ce', '#be185d', '#0e7490', '#854d0e', '#475569'];
/** Points of a curve that are drawn: more cannot be told apart. */
const POINTS_MAX = 400;

type Point = readonly [x: number, y: number];

/** ROC curves and precision over recall beside one another, as one SVG. */
export function curvesSvg(title: string, curves: readonly Curve[], dots: readonly Dot[]): string {
  const names = [...curves, ...dots].map(({ name }) => name);
  const colour = (name: string): string => COLOURS[names.indexOf(name) % COLOURS.length] ?? '#000';
  const second = MARGIN + SIDE + GAP;
  const width = second + SIDE + MARGIN;
  const height = MARGIN + SIDE + MARGIN + LEGEND_LINE * (names.length + 1);
  const roc = panel(MARGIN, 'false alarms among the clean', 'found of the toxic');
  const precision = panel(second, 'found of the toxic (recall)', 'right among the flagged');
  const drawn = curves.flatMap(({ name, rows }) => {
    const points = pointsOf(rows);
    return [
      line(MARGIN, points.map(({ wrong, found }) => [wrong, found]), colour(name)),
      line(second, points.slice(1).map(({ found, right }) => [found, right]), colour(name)),
    ];
  });
  const marked = dots.flatMap(({ name, hits }) => [
    dot(MARGIN, [hits.clean_flagged, hits.recall], colour(name)),
    dot(second, [hits.recall, hits.precision], colour(name)),
  ]);
  const legend = names.map((name, at) => {
    const y = MARGIN + SIDE + MARGIN + LEGEND_LINE * at;
    return `<rect x="${MARGIN}" y="${y - 9}" width="12" height="9" fill="${colour(name)}"/>${words(name, MARGIN + 20, y)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    words(title, MARGIN, 24),
    roc,
    precision,
    ...drawn,
    ...marked,
    ...legend,
    '</svg>\n',
  ].join('\n');
}

interface Stop {
  readonly wrong: number;
  readonly found: number;
  readonly right: number;
}

/** From the highest threshold to the lowest; rows with one score come together. */
function pointsOf(rows: readonly Scored[]): readonly Stop[] {
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  const positives = Math.max(1, rows.filter(({ positive }) => positive).length);
  const negatives = Math.max(1, rows.length - positives);
  const stops: Stop[] = [{ wrong: 0, found: 0, right: 1 }];
  let hits = 0;
  sorted.forEach(({ score, positive }, at) => {
    if (positive) hits += 1;
    if (sorted[at + 1]?.score === score) return;
    const count = at + 1;
    stops.push({ wrong: (count - hits) / negatives, found: hits / positives, right: hits / count });
  });
  const every = Math.ceil(stops.length / POINTS_MAX);
  return stops.filter((_, at) => at % every === 0 || at === stops.length - 1);
}

function place(left: number, [x, y]: Point): string {
  return `${(left + x * SIDE).toFixed(1)},${(MARGIN + (1 - y) * SIDE).toFixed(1)}`;
}

function line(left: number, points: readonly Point[], colour: string): string {
  const path = points.map((point) => place(left, point)).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`;
}

function dot(left: number, point: Point, colour: string): string {
  const [x, y] = place(left, point).split(',');
  return `<circle cx="${x ?? ''}" cy="${y ?? ''}" r="5" fill="${colour}"/>`;
}

function panel(left: number, across: string, up: string): string {
  const bottom = MARGIN + SIDE;
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((at) => [
    words(String(at), left + at * SIDE - 6, bottom + 14),
    words(String(at), left - 30, bottom - at * SIDE + 4),
  ]);
  return [
    `<rect x="${left}" y="${MARGIN}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#94a3b8"/>`,
    ...ticks,
    words(`${up} / ${across}`, left, MARGIN - 8),
  ].join('\n');
}

function words(text: string, x: number, y: number): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" fill="#0f172a">${safe}</text>`;
}
