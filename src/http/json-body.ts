import type { FastifyInstance, FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';

/**
 * Reads bodies of `application/json`, which must be UTF-8 and not be compressed. An empty body is
 * none at all: many clients name the type with every request, also where there is nothing to send.
 */
export function installJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (body.length === 0) {
        done(null, undefined);
        return;
      }
      const coding = codingOf(request);
      if (coding !== null) {
        const detail = `The content coding ${coding} is not understood here.`;
        done(new GatepostError('unsupported_media_type', detail));
        return;
      }
      const text = utf8(body);
      if (text === null) done(new GatepostError('malformed_json', 'The body is not valid UTF-8.'));
      else void parse(request, text, done);
    },
  );
}

/** How the body is compressed, as the request says; null for not at all. */
function codingOf({ headers }: FastifyRequest): string | null {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return coding === '' || coding === 'identity' ? null : coding;
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
