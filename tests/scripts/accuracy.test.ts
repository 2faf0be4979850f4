import { describe, expect, it } from 'vitest';

import { fileReport } from '../../scripts/accuracy/file-report.js';
import { bootstrap } from '../../scripts/figures/bootstrap.js';
import { areaUnderRoc, averagePrecision, hitsOf } from '../../scripts/figures/metrics.js';

const scored = (text: string) =>
  text.split(' ').map((each) => ({
    score: Number.parseFloat(each),
    positive: each.endsWith('+'),
  }));

describe('Figures', () => {
  it.each([
    ['0.9+ 0.8+ 0.2- 0.1-', 1, 1],
    ['0.9- 0.8- 0.2+ 0.1+', 0, (1 / 3 + 2 / 4) / 2],
    ['0.5+ 0.5- 0.5+ 0.5-', 0.5, 0.5],
    ['0.9+ 0.8- 0.7+ 0.1-', 0.75, (1 + 2 / 3) / 2],
  ])('of %s are an area of %d and an average precision of %d', (text, area, precision) => {
    expect(areaUnderRoc(scored(text))).toBeCloseTo(area, 10);
    expect(averagePrecision(scored(text))).toBeCloseTo(precision, 10);
  });

  it('of yes and no are shares, and 0 where nothing is flagged', () => {
    const row = (flagged: boolean, positive: boolean) => ({ flagged, positive });
    const rows = [row(true, true), row(true, false), row(false, true), row(false, false)];
    const half = { precision: 0.5, recall: 0.5, f1: 0.5, clean_flagged: 0.5 };
    expect(hitsOf(rows)).toEqual(half);
    const none = { precision: 0, recall: 0, f1: 0, clean_flagged: 0 };
    expect(hitsOf([row(false, false)])).toEqual(none);
  });

  it('have an interval around them that is the same every time', () => {
    const rows = scored('0.9+ 0.8- 0.7+ 0.6+ 0.4- 0.35+ 0.3- 0.2- 0.15+ 0.1-');
    const first = bootstrap(rows, areaUnderRoc);
    expect(bootstrap(rows, areaUnderRoc)).toEqual(first);
    expect(first.low).toBeLessThan(first.value);
    expect(first.high).toBeGreaterThan(first.value);
  });
});

describe('The report on a file', () => {
  const rows = ['good', 'bad', 'nice', 'bad too'].map((text) => ({
    text,
    labels: { toxicity: text.startsWith('bad') },
  }));
  const { text, svg } = fileReport(rows, {
    score: (body) => ({ toxicity: body.startsWith('bad') ? 0.9 : 0.1 }),
    judge: (body) => (body === 'bad' ? 'hold' : 'approve'),
    peers: [{ name: 'A peer <1>', flags: (body) => body === 'nice' }],
    hold_at: { toxicity: 0.5 },
  });

  it('sets the classifier, the whole engine and the peers beside one another', () => {
    const line = (name: string) => text.split('\n').find((each) => each.startsWith(`| ${name}`));
    expect(line('toxicity')).toContain('1.000');
    expect(line('Gatepost (held or rejected)')).toMatch(/1\.000 .*0\.500 /u);
    expect(line('classifier alone')).toMatch(/1\.000 .*1\.000 /u);
    expect(line('A peer')).toMatch(/0\.000 /u);
  });

  it('is drawn as well, with names that cannot break the picture', () => {
    expect(svg).toMatch(/^<svg /u);
    expect(svg).toContain('A peer &lt;1>');
    expect(svg.match(/<polyline/gu)).toHaveLength(2);
    expect(svg.match(/<circle/gu)).toHaveLength(8);
  });
});
