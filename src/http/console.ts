import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';

/** Beside src/ and within dist/ alike. */
export const CONSOLE_FOLDER = resolve(import.meta.dirname, '../../dist/console');

const PREFIX = '/console';
const INDEX = 'index.html';

/** Files whose names have a hash of their content: one of the same name is the same for good. */
const HASHED = /^assets[/\\]/u;

/** Nothing but what comes from here, no inline code, and no markup made from strings. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What a desk for moderators has no use for. */
const SWITCHED_OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': SWITCHED_OFF.map((each) => `${each}=()`).join(', '),
} as const;

/**
 * Serves the built console at /console, where `folder` has it: each file at its own address, the
 * page itself at every other that could be a place in it. Who opens the address of the service in
 * a browser is sent there.
 */
export function installConsole(app: FastifyInstance, folder: string): void {
  app.register(
    async (inner) => {
      inner.addHook('onRequest', async (_, reply) => {
        reply.headers(HEADERS);
      });
      if (existsSync(join(folder, INDEX))) await serve(inner, folder);
      else sayMissing(inner);
    },
    { prefix: PREFIX },
  );
  app.get('/', { schema: { hide: true } }, async ({ headers }, reply) => {
    const browser = headers.accept?.includes('text/html') === true;
    return browser ? reply.redirect(PREFIX, 302) : nothing(reply);
  });
}

/** Only files that are there now have addresses, so that no address reaches out of the folder. */
async function serve(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = HASHED.test(relative(folder, path));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const place = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.replace(/[?#].*$/u, '');
    const isFile = path.slice(path.lastIndexOf('/')).includes('.');
    return isFile ? nothing(reply) : reply.sendFile(INDEX);
  };
  for (const path of ['', '/*']) app.get(path, { schema: { hide: true } }, place);
}

function sayMissing(app: FastifyInstance): void {
  const missing = async (): Promise<never> => {
    const detail = 'The console is not built here: `npm run build` makes it.';
    throw new GatepostError('not_found', detail);
  };
  for (const path of ['', '/*']) app.get(path, { schema: { hide: true } }, missing);
}

function nothing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
