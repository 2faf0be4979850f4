import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Statement } from '../../domain/statement.js';

const TEXT = 'text/plain';
const JSON_TYPES = new Set(['application/json', 'application/*', '*/*']);

/** Sends a statement as the client would rather have it: as JSON, or as one plain text. */
export function sendStatement(
  request: FastifyRequest,
  reply: FastifyReply,
  statement: Statement,
): FastifyReply {
  reply.header('vary', 'accept').header('content-language', statement.locale);
  if (!prefersText(request.headers.accept ?? '')) return reply.send(statement);
  return reply.type('text/plain; charset=utf-8').send(statement.text);
}

/** Whether plain text is asked for, and JSON is not asked for more. */
export function prefersText(accept: string): boolean {
  let text = 0;
  let json = 0;
  for (const entry of accept.split(',')) {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
    const quality = Number(weight) || 0;
    if (type === TEXT || type === 'text/*') text = Math.max(text, quality);
    if (JSON_TYPES.has(type)) json = Math.max(json, quality * (type.endsWith('*') ? 0.5 : 1));
  }
  return text > json;
}
