import { mkdir } from 'node:fs/promises';

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import { BUILT, databaseFolder, type Environment, type Service, startService } from '../service.js';
import { ROOT } from '../source-tree.js';
import { chromiumPath } from './chromium.js';

const IMAGES = `${ROOT}docs/images`;

/** The admin key that a desk's service is started with. */
export const ADMIN_KEY = `gp_consoletests_${'c'.repeat(43)}`;

/** The built service on a database of its own, and a browser to look at its console with. */
export interface Desk {
  readonly browser: Browser;
  readonly url: string;
  /** Calls the API with the admin key; resolves with the body. */
  call<Body>(method: string, path: string, body?: unknown): Promise<Body>;
  /** A key for a person, by name. */
  keyFor(name: string, scope: 'submit' | 'moderate' | 'admin'): Promise<string>;
  /** A browser of its own, signed in with the key, on a page of the console. */
  open(key: string, path?: string, look?: Look): Promise<Page>;
  /** Kills the service and starts it again on the same database and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  /** By how much the browser’s clock is wrong: minutes that it is ahead, or behind if below 0. */
  readonly ahead?: number;
}

/** `fill` is given the URL of the empty database before the service starts on it. */
export async function openDesk(
  env: Environment = {},
  fill: (url: string) => Promise<void> = async () => undefined,
): Promise<Desk> {
  const database = await databaseFolder();
  await fill(database.env['DATABASE_URL'] ?? '');
  const start = async (port: string): Promise<Service> =>
    startService(
      { ...database.env, GATEPOST_ADMIN_KEY: ADMIN_KEY, PORT: port, LOG_LEVEL: 'warn', ...env },
      BUILT,
    );
  let service = await start('0');
  const { url } = service;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const call = callerOf(url);
  return {
    browser,
    url,
    call,
    keyFor: async (name, scope) => {
      const { key } = await call<{ key: string }>('POST', '/v1/keys', { name, scopes: [scope] });
      return key;
    },
    open: async (key, path = '/console/', look = {}) =>
      signedIn(await contextOf(browser, look), { url, key, path }),
    restart: async () => {
      await service.stop('SIGKILL');
      service = await start(new URL(url).port);
    },
    close: async () => {
      await browser.close();
      await service.stop('SIGTERM');
      await database.remove();
    },
  };
}

function callerOf(url: string): Desk['call'] {
  return async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ADMIN_KEY}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
}

async function contextOf(browser: Browser, look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.theme ?? 'light',
    locale: look.locale ?? 'en-GB',
    reducedMotion: 'reduce',
  });
  const { ahead } = look;
  if (ahead !== undefined) await context.clock.install({ time: Date.now() + ahead * 60_000 });
  return context;
}

/** Signs in as a person does, by the form. Faults of the page fail the test that opened it. */
async function signedIn(
  context: BrowserContext,
  { url, key, path }: { readonly url: string; readonly key: string; readonly path: string },
): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${url}${path}`);
  await page.locator('#key').fill(key);
  await page.locator('form button[type=submit]').click();
  await page.locator('main.content').waitFor();
  return page;
}

/** Writes what the page shows to docs/images, where README and docs show it. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(IMAGES, { recursive: true });
  await page.screenshot({ path: `${IMAGES}/${name}.png`, animations: 'disabled' });
}
