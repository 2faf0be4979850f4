/** What comes one by one and is handed over together, in its order. */
export interface Bursts<Item> {
  add(item: Item): void;
  /** What was not handed over never will be. */
  drop(): void;
}

/** Hands over what came within a while of the first of it, as one burst. */
export function bursts<Item>(
  handOver: (burst: readonly Item[]) => void,
  milliseconds: number,
): Bursts<Item> {
  let waiting: Item[] = [];
  let due: ReturnType<typeof setTimeout> | undefined;
  const drop = (): void => {
    clearTimeout(due);
    due = undefined;
    waiting = [];
  };
  return {
    add: (item) => {
      waiting.push(item);
      due ??= setTimeout(() => {
        const burst = waiting;
        drop();
        handOver(burst);
      }, milliseconds);
    },
    drop,
  };
}
