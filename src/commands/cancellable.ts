/** How a command ends that was cut off; as shells have it for what SIGINT ended. */
export const EXIT_CANCELLED = 130;

/** What ends a command: Ctrl-C, a supervisor, and a terminal that is closed. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets the first of these signals end work in good order; a second one ends the process. */
export async function cancellable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  for (const signal of ENDING) process.once(signal, cancel);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of ENDING) process.off(signal, cancel);
  }
}
