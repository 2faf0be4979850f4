import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually } from '../eventually.js';
import { ROOT } from '../source-tree.js';
import { type MariaDb, startMariaDb } from './mariadb.js';
import { output, running } from './processes.js';

/** Constants of wp-config.php. */
export type Constants = Readonly<Record<string, string | number | boolean>>;

/** A WordPress of Debian's package in a temporary folder, served by PHP itself. */
export interface Site {
  readonly url: string;
  readonly editor: { readonly name: string; readonly password: string };
  readonly database: MariaDb;
  /** What wp-config.php defines beside what every site has, from the next request on. */
  configure(constants: Constants): Promise<void>;
  /** Runs some PHP inside WordPress and resolves with what it prints. */
  php(code: string): Promise<string>;
  /** What PHP complained of so far. */
  complaints(): Promise<string>;
  stop(): Promise<void>;
}

const EDITOR = { name: 'editor', password: 'a password of this test' };

/** Requests at once: WordPress calls itself, and is called while it calls Gatepost. */
const PHP_WORKERS = '6';
const MAIL_TO_NOWHERE = ['-d', 'sendmail_path=/bin/true'];

/** Starts one on this port, with one article that takes comments, and our plugin switched on. */
export async function startSite(port: number, constants: Constants): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-wordpress-'));
  const ends = [async () => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    await copied(folder);
    const database = await startMariaDb(folder);
    ends.push(async () => database.stop());
    const site = siteIn({ folder, database, url: `http://127.0.0.1:${port}` });
    await installed(site, constants);
    const address = ['-S', `127.0.0.1:${port}`, '-t', join(folder, 'site')];
    const workers = { PHP_CLI_SERVER_WORKERS: PHP_WORKERS };
    const server = running('php', [...MAIL_TO_NOWHERE, ...address], workers);
    ends.push(async () => server.stop());
    await eventually(async () => {
      const { status } = await fetch(site.url);
      if (status !== 200) throw new Error(`WordPress answers ${status}: ${server.said()}`);
    }, 60);
    return { ...site, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function copied(folder: string): Promise<void> {
  const root = join(folder, 'site');
  await cp('/usr/share/wordpress', root, { recursive: true, dereference: true });
  const plugin = join(root, 'wp-content/plugins/gatepost');
  await mkdir(plugin);
  await cp(`${ROOT}integrations/wordpress/gatepost.php`, join(plugin, 'gatepost.php'));
  await writeFile(join(root, 'wp-config.php'), CONFIG);
}

interface Place {
  readonly folder: string;
  readonly database: MariaDb;
  readonly url: string;
}

function siteIn(place: Place): Omit<Site, 'stop'> {
  const { folder, database, url } = place;
  const log = join(folder, 'php.log');
  const load = `require '${folder}/site/wp-load.php';`;
  return {
    url,
    editor: EDITOR,
    database,
    configure: async (constants) => {
      const all = { ...always(place, log), ...constants };
      await writeFile(join(folder, 'constants.json'), JSON.stringify(all));
    },
    php: async (code) => output('php', [...MAIL_TO_NOWHERE, '-r', `${load} ${code}`]),
    complaints: async () => readFile(log, 'utf8').catch(() => ''),
  };
}

async function installed(site: Omit<Site, 'stop'>, constants: Constants): Promise<void> {
  await site.configure({ WP_INSTALLING: true });
  await site.php(INSTALL);
  await site.configure(constants);
  const activated = await site.php(ACTIVATE);
  if (activated !== 'active') throw new Error(`${activated} ${await site.complaints()}`);
}

const ACTIVATE = `require_once ABSPATH . 'wp-admin/includes/plugin.php';
  activate_plugin('gatepost/gatepost.php');
  echo is_plugin_active('gatepost/gatepost.php') ? 'active' : 'not active';`;

const INSTALL = `require_once ABSPATH . 'wp-admin/includes/upgrade.php';
  wp_install('News', '${EDITOR.name}', 'editor@news.example', true, '', '${EDITOR.password}');
  update_option('comment_previously_approved', '0');`;

function always({ database, url }: Place, log: string): Constants {
  return {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${database.socket}`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: url,
    WP_SITEURL: url,
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: log,
    // Tests ask for wp-cron.php themselves.
    DISABLE_WP_CRON: true,
    // Nothing is asked of the network.
    WP_HTTP_BLOCK_EXTERNAL: true,
  };
}

/** PHP keeps its programs for some seconds, so what changes is no program. */
const CONFIG = `<?php
// Each reader has an address of their own, as behind a proxy.
$_SERVER['REMOTE_ADDR'] = $_SERVER['HTTP_X_FORWARDED_FOR'] ?? '127.0.0.1';
foreach (json_decode(file_get_contents(__DIR__ . '/../constants.json'), true) as $name => $value) {
    define($name, $value);
}
// A network finds its blog by this, also where PHP is run by itself.
$_SERVER['HTTP_HOST'] ??= preg_replace('#^http://#', '', WP_HOME);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
