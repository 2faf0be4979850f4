/** The load generator: a process of its own, so that it can have a core of its own. */
import { drive, prepared } from './drive.js';
import type { Job, JobResult } from './job.js';

async function done({ streams, seconds }: Job): Promise<JobResult> {
  const ready = streams.map((stream) => ({ stream, requests: prepared(stream, seconds) }));
  const start = performance.now();
  const before = process.cpuUsage();
  const results = await Promise.all(
    ready.map(async ({ stream, requests }) => drive(stream, requests, seconds)),
  );
  const { user, system } = process.cpuUsage(before);
  const load = (user + system) / 1_000 / (performance.now() - start);
  return { streams: results, load };
}

process.on('message', (job: Job) => {
  done(job).then(
    (result) => process.send?.(result),
    (fault: unknown) => {
      process.stderr.write(`the load generator failed: ${String(fault)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
