import { spawnSync } from 'node:child_process';

/** What Debian has of WordPress, and what it needs to run. */
const PACKAGES = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'mariadb-server',
  'php-cli',
  'php-mysql',
];

/**
 * Before the tests: installs what is missing, as root.
 *
 * @throws where that cannot be done, with what to do instead.
 */
export function setup(): void {
  if (missing().length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`${missing().join(', ')}: not installed. As root: ${install}`);
  }
  for (const command of ['apt-get update', install]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  if (missing().length > 0) {
    throw new Error(`${missing().join(', ')}: not installed after ${install}`);
  }
}

function missing(): string[] {
  return PACKAGES.filter((name) => {
    const status = ['--show', `--showformat=\${db:Status-Status}`, name];
    return spawnSync('dpkg-query', status, { encoding: 'utf8' }).stdout !== 'installed';
  });
}
