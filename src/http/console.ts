import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';
import { PACKAGE_ROOT } from '../package-root.js';
import { lateApp } from './late-app.js';
import { pathOf } from './path-of.js';

/** Where the build puts it. */
export const CONSOLE_FOLDER = join(PACKAGE_ROOT, 'dist/console');

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

/** Of whatever is served here. */
const HEADERS = { 'cross-origin-resource-policy': 'same-origin' } as const;

/**
 * Of what can be a page. Scripts and styles are under the policy of the page that loads them, and
 * these lines are longer than most of them: on a first load they came to a third of all bytes.
 */
const PAGE_HEADERS = {
  ...HEADERS,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': SWITCHED_OFF.map((each) => `${each}=()`).join(', '),
} as const;

/** What a browser does not take for a page, wherever it is opened. */
const NO_PAGE = /\.(?:css|js)$/u;

/**
 * Serves the built console at /console, where `folder` has it: each file at its own address, the
 * page itself at every other that could be a place in it. Who opens the address of the service in
 * a browser is sent there.
 */
export function installConsole(app: FastifyInstance, folder: string): void {
  const built = existsSync(join(folder, INDEX));
  const show = built ? lateApp(async () => filesOf(folder)) : sayMissing;
  app.register(
    async (inner) => {
      inner.addHook('onRequest', async ({ url }, reply) => {
        reply.headers(NO_PAGE.test(pathOf(url)) ? HEADERS : PAGE_HEADERS);
      });
      for (const path of ['', '/*']) inner.get(path, { schema: { hide: true } }, show);
    },
    { prefix: PREFIX },
  );
  app.get('/', { schema: { hide: true } }, async ({ headers }, reply) => {
    const browser = headers.accept?.includes('text/html') === true;
    if (!browser) throw new GatepostError('not_found', 'There is nothing at this address.');
    return reply.redirect(PREFIX, 302);
  });
}

/**
 * Only files that are there when somebody asks first have addresses, so that no address reaches out
 * of the folder.
 */
async function filesOf(folder: string): Promise<FastifyInstance> {
  const { default: fastifyStatic } = await import('@fastify/static');
  const files = Fastify();
  await files.register(fastifyStatic, {
    root: folder,
    prefix: PREFIX,
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
    const path = pathOf(request.url);
    const isFile = path.slice(path.lastIndexOf('/')).includes('.');
    if (!isFile) return reply.sendFile(INDEX);
    reply.callNotFound();
    return reply;
  };
  for (const path of [PREFIX, `${PREFIX}/*`]) files.get(path, place);
  await files.ready();
  return files;
}

async function sayMissing(): Promise<never> {
  const detail = 'The console is not built here: `npm run build` makes it.';
  throw new GatepostError('not_found', detail);
}
