/** A request's place among those that are worked on. */
export interface Place {
  /** Calls `begin` when there is room: at once, or after those who came before. */
  take(begin: () => void): void;
  /** Makes room for the next one; gives up waiting if it has not begun. Again, it does nothing. */
  leave(): void;
}

export interface Places {
  make(): Place;
  /** Whether nobody more may wait. */
  isFull(): boolean;
  counts(): { readonly working: number; readonly waiting: number };
}

export interface PlacesMax {
  readonly working: number;
  readonly waiting: number;
}

/** So many are worked on at once; others wait in the order in which they came. */
export function places(max: PlacesMax): Places {
  const working = new Set<Place>();
  const waiting = new Map<Place, () => void>();
  const next = (): void => {
    for (const [place, begin] of waiting) {
      if (working.size >= max.working) return;
      waiting.delete(place);
      working.add(place);
      begin();
    }
  };
  return {
    make: () => {
      const place: Place = {
        take: (begin) => {
          waiting.set(place, begin);
          next();
        },
        leave: () => {
          waiting.delete(place);
          if (working.delete(place)) next();
        },
      };
      return place;
    },
    isFull: () => waiting.size >= max.waiting,
    counts: () => ({ working: working.size, waiting: waiting.size }),
  };
}
