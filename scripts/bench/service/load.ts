import { once } from 'node:events';

import type { Job, JobResult } from '../load/job.js';
import { spawnNode } from './child.js';

/** The load generator, running until it is closed. */
export interface Load {
  run(job: Job): Promise<JobResult>;
  close(): void;
}

export function startLoad(core: string | null): Load {
  const args = ['--import', 'tsx', 'scripts/bench/load/generator.ts'];
  const child = spawnNode({ args, env: {}, core }, ['ignore', 'inherit', 'inherit', 'ipc']);
  return {
    run: async (job) => {
      const ended = new AbortController();
      const gone = once(child, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('the load generator ended');
      });
      gone.catch(() => undefined);
      child.send(job);
      const [result] = (await Promise.race([once(child, 'message'), gone])) as [JobResult];
      ended.abort();
      return result;
    },
    close: () => {
      child.disconnect();
    },
  };
}
