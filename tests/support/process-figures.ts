import { readdir, readFile } from 'node:fs/promises';

/** What a process holds; from Linux's /proc. */
export interface ProcessFigures {
  readonly descriptors: number;
  readonly residentMegabytes: number;
}

export async function processFigures(pid: number): Promise<ProcessFigures> {
  const [descriptors, status] = await Promise.all([
    readdir(`/proc/${pid}/fd`),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ]);
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]);
  return { descriptors: descriptors.length, residentMegabytes: kilobytes / 1024 };
}
