import { readdir, readFile, readlink } from 'node:fs/promises';

/** What a process holds; from Linux's /proc. */
export interface ProcessFigures {
  readonly descriptors: number;
  /** Of the descriptors those of connections, also of the process's own, and not of its files. */
  readonly sockets: number;
  readonly residentMegabytes: number;
}

export async function processFigures(pid: number): Promise<ProcessFigures> {
  const [descriptors, status] = await Promise.all([
    readdir(`/proc/${pid}/fd`),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ]);
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]);
  const targets = await Promise.all(
    // What is closed between the two looks is nothing any more.
    descriptors.map(async (each) => readlink(`/proc/${pid}/fd/${each}`).catch(() => '')),
  );
  return {
    descriptors: descriptors.length,
    sockets: targets.filter((target) => target.startsWith('socket:')).length,
    residentMegabytes: kilobytes / 1024,
  };
}
