import type { Hit } from '../hits.js';

/** RFC 5321: a local part has at most 64 characters, a domain 255. */
const LOCAL_MAX = 64;
const DOMAIN_MAX = 255;
const EMAILS_MAX = 100;
const LOCAL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}$/u;
const DOMAIN = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}(?![\p{L}\p{N}@])/u;

/** The e-mail addresses in a text. A handle such as "@kim@example.social" is none. */
export function findEmails(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let at = text.indexOf('@');
  while (at >= 0 && hits.length < EMAILS_MAX) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LOCAL_MAX), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + DOMAIN_MAX))?.[0];
    if (local !== undefined && domain !== undefined) {
      const start = at - local.length;
      const end = at + 1 + domain.length;
      if (text[start - 1] !== '@') hits.push({ term: 'e-mail address', start, end });
    }
    at = text.indexOf('@', at + 1);
  }
  return hits;
}
