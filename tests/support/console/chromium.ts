import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian and others put it; CHROMIUM names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @throws where there is none. */
export function chromiumPath(): string {
  const found = [process.env['CHROMIUM'] ?? '', ...PLACES].find(existsSync);
  if (found === undefined) throw new Error('no Chromium: apt-get install chromium, or set CHROMIUM');
  return found;
}

/**
 * Before the tests: installs Debian's Chromium where there is none, as root.
 *
 * @throws where that cannot be done, with what to do instead.
 */
export function setup(): void {
  if ([process.env['CHROMIUM'] ?? '', ...PLACES].some(existsSync)) return;
  if (process.getuid?.() === 0) {
    const install = 'apt-get install -y --no-install-recommends chromium fonts-dejavu-core';
    for (const command of ['apt-get update', install]) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      spawnSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
  }
  chromiumPath();
}
