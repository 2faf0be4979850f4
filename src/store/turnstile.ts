/** One stay behind the turnstile. Leaving twice is leaving once. */
export interface Turn {
  leave(): void;
}

/** Lets one in at a time, in the order in which they came. */
export function turnstile(): { enter(): Promise<Turn> } {
  let last: Promise<void> = Promise.resolve();
  return {
    enter: async () => {
      const before = last;
      let leave = (): void => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return { leave };
    },
  };
}
