/** As ids are made here, and as imports make them. */
const OURS = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/u;

/** Whether a text is written as our ids of such objects are; `prefix` as `cmt`. */
export function isWrittenAsOurs(prefix: string, id: string): boolean {
  return OURS.test(id) && id.startsWith(`${prefix}_`);
}
