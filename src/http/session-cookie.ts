import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'gatepost_session';

/**
 * What the cookie of a session is called. Over TLS browsers let no other host and no other path
 * write one whose name begins so.
 */
const nameOn = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? `__Host-${NAME}` : NAME;

/** As the name of it is described; what it is called without TLS is said beside it. */
export const SESSION_COOKIE = `__Host-${NAME}`;

/**
 * The token in a request's cookie; null where there is none. Of two neither is believed, since
 * nobody could say which of them the browser was given here: then it is empty, and nobody's.
 */
export function sessionTokenIn(request: FastifyRequest): string | null {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const [token = null, ...more] = valuesOf(cookie, nameOn(request));
  return more.length === 0 ? token : '';
}

/** The values of a name in a Cookie header, as they stand there. */
function valuesOf(header: string, name: string): readonly string[] {
  return header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at >= 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
}

/** Gives the browser its token for so many seconds. No script can read it. */
export function giveCookie(
  reply: FastifyReply,
  { token, seconds }: { readonly token: string; readonly seconds: number },
): void {
  const { request } = reply;
  const secure = request.protocol === 'https' ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${nameOn(request)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  );
}

export function takeCookieBack(reply: FastifyReply): void {
  giveCookie(reply, { token: '', seconds: 0 });
}
