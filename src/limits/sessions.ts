/** How long somebody who signed in stays so, and in how many places at once. */

/** A shift and the way home: who begins the next one signs in again. */
export const SESSION_HOURS_DEFAULT = 12;
export const SESSION_HOURS_MIN = 1;
/** A week: whoever was away for longer may have left the newsroom. */
export const SESSION_HOURS_MAX = 168;
/** Of one key: a person has a few browsers, and a desk that shares a key some dozen seats. */
export const SESSIONS_PER_KEY_MAX = 50;
