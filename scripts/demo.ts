/**
 * npm run demo [-- FILE.ndjson]
 *
 * Starts a throwaway instance, sends it a thread of comments over HTTP, and prints what came of
 * each. The file has one JSON object a line: the body of POST /v1/comments.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { type Instance, startInstance } from './demo/instance.js';
import { table } from './demo/table.js';
import { BLOCKED_NAME, BLOCKED_TERM, DEMO_THREAD } from './demo/thread.js';

interface Answer {
  readonly comment: { readonly status: string; readonly author: { readonly name: string } };
  readonly verdict: { readonly findings: readonly Finding[] };
}

interface Finding {
  readonly reason: string;
  readonly action: string;
  readonly outcome: string;
  readonly field: string | null;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const FIRST_WORDS_LENGTH = 40;

async function call(
  { url, key }: Instance,
  { method, path, body }: { method: string; path: string; body: unknown },
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'if-match': '*',
    },
    body: JSON.stringify(body),
  });
}

/** The comments of a file; a line that is no JSON is kept as text, for the service to refuse. */
async function commentsOf(file: string): Promise<readonly unknown[]> {
  const text = await readFile(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index): unknown => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new Error(`line ${index + 1} of ${file} is not JSON`);
      }
    });
}

/** What a publisher would have done before: one name blocked, one expression forbidden. */
async function prepare(instance: Instance): Promise<void> {
  const block = { kind: 'name', value: BLOCKED_NAME, reason: 'sells paint under every article' };
  const policy = { rules: { blocked_terms: { terms: [BLOCKED_TERM] } } };
  const answers = [
    await call(instance, { method: 'POST', path: '/v1/blocks', body: block }),
    await call(instance, { method: 'PUT', path: '/v1/policy', body: policy }),
  ];
  for (const answer of answers) if (!answer.ok) throw new Error(await answer.text());
}

async function send(instance: Instance, submission: unknown): Promise<string[]> {
  const response = await call(instance, {
    method: 'POST',
    path: '/v1/comments',
    body: submission,
  });
  const { author, body } = submission as { author?: { name?: string }; body?: string };
  const text = typeof body === 'string' ? body : '';
  const words = text.replace(/\s+/gu, ' ');
  const first = words.length > FIRST_WORDS_LENGTH ? `${words.slice(0, FIRST_WORDS_LENGTH)}…` : words;
  const known = [author?.name ?? '', first];
  if (!response.ok) {
    const problem = (await response.json()) as { code: string; detail: string };
    return [...known, `refused`, `${problem.code}: ${problem.detail}`];
  }
  const { comment, verdict } = (await response.json()) as Answer;
  const reasons = verdict.findings.map((finding) => reasonLine(finding, text));
  return [...known, comment.status, reasons.join('\n')];
}

/** `reason → action: "the words"`. */
function reasonLine(finding: Finding, body: string): string {
  const words =
    finding.field === 'body'
      ? finding.spans.map(({ start, end }) => JSON.stringify(body.slice(start, end)))
      : [];
  const unknown = finding.outcome === 'unknown' ? ' (could not be checked)' : '';
  const what = words.length > 0 ? `: ${words.join(', ')}` : '';
  return `${finding.reason} → ${finding.action}${unknown}${what}`;
}

async function main(file: string | undefined): Promise<void> {
  const comments = file === undefined ? DEMO_THREAD : await commentsOf(file);
  const instance = await startInstance();
  try {
    if (file === undefined) await prepare(instance);
    const rows: string[][] = [];
    for (const comment of comments) rows.push(await send(instance, comment));
    process.stdout.write(table(['author', 'first words', 'status', 'reasons'], rows));
    const statuses = [...new Set(rows.map((row) => row[2] ?? ''))];
    const counts = statuses
      .map((status) => `${rows.filter((row) => row[2] === status).length} ${status}`)
      .join(', ');
    process.stdout.write(`\n${rows.length} comments: ${counts}\n`);
  } finally {
    await instance.stop();
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
