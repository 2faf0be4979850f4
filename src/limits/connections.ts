/**
 * Of connections: what a client may hold open without asking for anything. Each with the reason for
 * its value, as in limits.ts.
 */

/** Open at once; a proxy needs some hundreds. An idle one takes about 10 kB. */
export const CONNECTIONS_MAX = 4_000;
/** From the first byte of a connection or request to the end of its headers. */
export const HEADERS_MILLISECONDS_MAX = 10_000;
/** From the first byte to the last of the body: a megabyte at the pace of an old telephone line. */
export const REQUEST_MILLISECONDS_MAX = 30_000;
/** How often connections are looked at for these two. */
export const CONNECTIONS_CHECKED_MILLISECONDS = 2_000;
/** Longer than proxies keep an idle connection (60 s), so that it is they who close it. */
export const KEEP_ALIVE_MILLISECONDS = 72_000;
/** A client that takes nothing of its answer for so long, at most twice that, is let go of. */
export const ANSWER_UNREAD_MILLISECONDS_MAX = 30_000;
/** Requests that wait on a connection for the one before them; hardly any client sends ahead. */
export const PIPELINED_REQUESTS_MAX = 1_000;
