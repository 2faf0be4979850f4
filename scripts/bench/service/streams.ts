import type { Stream } from '../load/job.js';
import { CONNECTIONS } from './rounds.js';
import type { Running, Subject } from './subjects.js';

/** Comments to a server: as many as it takes, or so many a second. */
export function commentsTo(
  { urls, key }: Running,
  { name, path, expected }: Subject,
  { from, perSecond }: { readonly from: number; readonly perSecond: number | null },
): Stream {
  const what = { post: path, from };
  return { name, urls, key, what, expected, connections: CONNECTIONS, perSecond };
}

/** The same reading again and again, on few connections, as moderators' windows do. */
export function readsOf(
  { urls, key }: Running,
  name: string,
  { path, perSecond }: { readonly path: string; readonly perSecond: number | null },
): Stream {
  return { name, urls, key, what: { get: [path] }, expected: 200, connections: 4, perSecond };
}
