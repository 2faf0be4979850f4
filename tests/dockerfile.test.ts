import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';

import { DIST, ROOT } from '../scripts/build/places.js';
import { SHUTDOWN_SECONDS_MAX } from '../src/limits.js';
import {
  argumentsOf,
  commandsOf,
  copiesOf,
  execForm,
  parseDockerfile,
} from './support/dockerfile.js';
import type { Stage } from './support/dockerfile.js';
import { exists, readFile, readFolder } from './support/source-tree.js';

const stages = parseDockerfile(readFile('Dockerfile').text);
const build = stages[0] as Stage;
const runtime = stages.at(-1) as Stage;
const manifest = JSON.parse(readFile('package.json').text);
const ci = readFile('.ci/run').text;

/** The health check in exec form, so that it needs no shell. */
const healthCheck =
  argumentsOf(runtime, 'HEALTHCHECK').flatMap((argument) =>
    execForm(argument.replace(/^.*?CMD\s+/, '')) ?? [],
  );

/** What the commands of the build stage make, beside what was copied into it. */
const MADE_BY: Readonly<Record<string, string>> = {
  node_modules: 'npm ci',
  [relative(ROOT, DIST)]: 'npm run build',
};

describe('The image', () => {
  it('is built in one stage and runs in another, on the same Debian', () => {
    expect(stages).toHaveLength(2);
    expect(runtime.base).toBe(build.base);
    expect(build.base).toMatch(/^node:(20|22|24)-bookworm-slim$/);
  });

  it('is given from the repository only what exists there', () => {
    const sources = stages.flatMap(copiesOf).flatMap((copy) => (copy.from ? [] : copy.sources));
    expect(sources.filter((path) => !exists(path))).toEqual([]);
  });

  it('is given nothing that .dockerignore keeps out, and .dockerignore lets in nothing else', () => {
    const lines = readFile('.dockerignore').text.split('\n').filter((line) => /^[^#]/.test(line));
    const sources = stages.flatMap(copiesOf).flatMap((copy) => (copy.from ? [] : copy.sources));
    expect(lines[0]).toBe('*');
    expect(new Set(lines.slice(1))).toEqual(new Set(sources.map((path) => `!${path}`)));
  });

  it('takes from the build only what the build was given or makes', () => {
    const given = copiesOf(build).flatMap((copy) => copy.sources);
    const commands = commandsOf(build);
    for (const copy of copiesOf(runtime).filter((each) => each.from !== null)) {
      expect(copy.from).toBe(build.name);
      for (const source of copy.sources.map((path) => path.replace('/app/', ''))) {
        expect([...given, ...Object.keys(MADE_BY)]).toContain(source);
        if (!given.includes(source)) expect(commands).toContain(MADE_BY[source]);
      }
    }
  });

  it('holds what the service reads at run time', () => {
    const held = copiesOf(runtime).map((copy) => copy.target);
    expect(held).toEqual(
      expect.arrayContaining([
        './package.json',
        './node_modules',
        './dist',
        './migrations',
        './models',
        './openapi',
      ]),
    );
  });

  it('runs npm commands that CI runs too', () => {
    const commands = commandsOf(build).filter((command) => command.startsWith('npm '));
    expect(commands).toEqual(['npm ci', 'npm run build', 'npm prune --omit=dev']);
    for (const command of commands.slice(0, 2)) expect(ci).toContain(command);
  });

  it('builds with the script of package.json', () => {
    const [, script = ''] = /^tsx (\S+)$/.exec(manifest.scripts.build) ?? [];
    expect(copiesOf(build).flatMap((copy) => copy.sources)).toContain(script);
  });

  it('has a compiler while it is built and none when it runs', () => {
    expect(commandsOf(build).join('\n')).toMatch(/apt-get install .*python3 make g\+\+/);
    expect(commandsOf(runtime).join('\n')).not.toContain('apt-get');
  });

  it('holds no development dependencies', () => {
    expect(commandsOf(build).at(-1)).toBe('npm prune --omit=dev');
  });

  it('starts the entry that the package names, without a shell, so that SIGTERM arrives', () => {
    const [command = ''] = argumentsOf(runtime, 'CMD');
    expect(execForm(command)).toEqual(['node', manifest.bin.gatepost]);
    expect(argumentsOf(runtime, 'ENTRYPOINT')).toEqual([]);
    const source = String(manifest.bin.gatepost).replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
    expect(exists(source)).toBe(true);
  });

  it('runs as a user without privileges, by number', () => {
    const [user = ''] = argumentsOf(runtime, 'USER');
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const order = runtime.instructions.map((each) => each.keyword);
    expect(order.indexOf('USER')).toBeLessThan(order.indexOf('CMD'));
    expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'));
  });

  it('writes to its volume alone, which its user owns', () => {
    expect(argumentsOf(runtime, 'VOLUME')).toEqual(['/app/data']);
    expect(argumentsOf(runtime, 'WORKDIR')).toEqual(['/app']);
    expect(commandsOf(runtime)).toEqual(['mkdir data', 'chown node:node data']);
  });

  it('listens on every address of the container, at the port it exposes', () => {
    const settings = Object.fromEntries(
      argumentsOf(runtime, 'ENV').map((argument) => argument.split('=')),
    );
    expect(settings).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
    expect(argumentsOf(runtime, 'EXPOSE')).toEqual([settings.PORT]);
  });

  it('asks for its health at an address that is served', () => {
    const routes = readFolder('src/http').map((file) => file.text);
    expect(healthCheck.join(' ')).toContain('/readyz`');
    expect(routes.some((text) => text.includes("'/readyz'"))).toBe(true);
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('takes the answer %i of /readyz for the exit code %i', async (status, code) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await exitCodeOfHealthCheck(port)).toBe(code);
    expect(asked).toEqual(['/readyz']);
    server.close();
  });

  it('takes a refused connection for a failure', async () => {
    expect(await exitCodeOfHealthCheck(1)).toBe(1);
  });
});

async function exitCodeOfHealthCheck(port: number): Promise<unknown> {
  const [, ...words] = healthCheck;
  const env = { ...process.env, PORT: String(port) };
  const [code] = await once(spawn(process.execPath, words, { env }), 'exit');
  return code;
}

describe('compose.yaml', () => {
  const { text } = readFile('compose.yaml');

  it('keeps the root filesystem read-only and the data on a volume', () => {
    expect(text).toContain('read_only: true');
    expect(text).toMatch(/tmpfs:\n\s+- \/tmp\n/);
    expect(text).toContain('- gatepost-data:/app/data');
  });

  it('waits longer for the end than the service takes', () => {
    const [, seconds] = /stop_grace_period: (\d+)s/.exec(text) ?? [];
    expect(Number(seconds)).toBeGreaterThan(SHUTDOWN_SECONDS_MAX);
  });
});
