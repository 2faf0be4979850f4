import { URL_LENGTH_MAX } from '../../limits.js';

/**
 * The address at which a client wants to be told, in one form; null for what is none, and for one
 * that is not on the host of the client's own address. A name and a password, and a part behind #,
 * have no place in it.
 */
export function callbackOf(own: string, callback: string): string | null {
  const [at, to] = [webAddress(own), webAddress(callback)];
  if (at === null || to === null || to.href.length > URL_LENGTH_MAX) return null;
  const plain = to.username === '' && to.password === '' && to.hash === '';
  return plain && at.host === to.host ? to.href : null;
}

function webAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
