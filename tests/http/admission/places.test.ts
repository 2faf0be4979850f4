import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Place, places } from '../../../src/http/admission/places.js';

describe('Places', () => {
  it('are taken at once while there are any, and then in the order of coming', () => {
    const all = places({ working: 2, waiting: 2 });
    const begun: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => {
      const place = all.make();
      place.take(() => begun.push(name));
      return place;
    });
    expect(begun).toEqual(['a', 'b']);
    expect(all.isFull()).toBe(true);
    b?.leave();
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(all.isFull()).toBe(false);
    for (const place of [a, c, d]) place?.leave();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    expect(all.counts()).toEqual({ working: 0, waiting: 0 });
  });

  it('are not kept for who gave up waiting', () => {
    const all = places({ working: 1, waiting: 2 });
    const begun: string[] = [];
    const [a, b] = ['a', 'b', 'c'].map((name) => {
      const place = all.make();
      place.take(() => begun.push(name));
      return place;
    });
    b?.leave();
    a?.leave();
    expect(begun).toEqual(['a', 'c']);
  });

  it('are as many as ever, whoever takes and leaves them, and how often', () => {
    const acts = fc.array(fc.tuple(fc.boolean(), fc.nat(20)), { maxLength: 300 });
    fc.assert(
      fc.property(acts, (all) => {
        const { make, counts } = places({ working: 3, waiting: 5 });
        const made: Place[] = [];
        let begun = 0;
        for (const [takes, at] of all) {
          if (takes) {
            const place = make();
            made.push(place);
            place.take(() => (begun += 1));
          } else made[at]?.leave();
          const { working, waiting } = counts();
          expect(working).toBeLessThanOrEqual(3);
          expect(waiting === 0 || working === 3).toBe(true);
        }
        for (const place of made) place.leave();
        expect(counts()).toEqual({ working: 0, waiting: 0 });
        expect(begun).toBeLessThanOrEqual(made.length);
      }),
    );
  });
});
