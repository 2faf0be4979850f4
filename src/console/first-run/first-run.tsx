import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';

import { answerOf, api } from '../api/client.js';
import { useMay } from '../api/use-session.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import './first-run.css';

const COMMENT = {
  thread: { external_id: 'article-1', title: 'A new bridge' },
  author: { external_id: 'reader-1', name: 'Robin' },
  body: 'Only a complete idiot like you would close the road at noon.',
};

/** What an empty console says: how the first comment comes, and what else there is to do. */
export function FirstRun() {
  const admin = useMay('admin');
  const made = useMutation({
    mutationFn: async () =>
      answerOf(api.POST('/v1/keys', { body: { name: 'cms', scopes: ['submit'] } })),
  });
  const line = lineFor(made.data?.key ?? t.firstRun.key);
  return (
    <section class="page first-run">
      <h2 class="first-run-heading">{t.firstRun.heading}</h2>
      <p>{t.firstRun.told}</p>
      <Line line={line} />
      <div class="buttons">
        <p class="quiet">{made.data === undefined ? t.firstRun.keyHint : t.firstRun.keyMade}</p>
        {admin && made.data === undefined && (
          <button type="button" class="button" disabled={made.isPending} onClick={() => made.mutate()}>
            {t.firstRun.makeKey}
          </button>
        )}
      </div>
      {made.error !== null && <Problem error={made.error} />}
      <p class="first-run-waiting" role="status">
        {t.firstRun.waiting}
      </p>
      <h3>{t.firstRun.next}</h3>
      <ul>
        {admin && (
          <li>
            <Link href="/policy">{t.firstRun.policy}</Link>
          </li>
        )}
        {admin && (
          <li>
            <Link href="/keys">{t.firstRun.moderators}</Link>
          </li>
        )}
        <li>
          <a href="/docs">{t.firstRun.docs}</a>
        </li>
      </ul>
    </section>
  );
}

function lineFor(key: string): string {
  return [
    `curl -H "Authorization: Bearer ${key}" -H "Content-Type: application/json"`,
    `  -d '${JSON.stringify(COMMENT)}'`,
    `  ${location.origin}/v1/comments`,
  ].join(' \\\n');
}

function Line({ line }: { readonly line: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(line);
    setCopied(true);
  };
  return (
    <div class="first-run-line">
      <pre tabIndex={0}>
        <code>{line}</code>
      </pre>
      {/* Browsers lend the clipboard to pages that came over TLS, or from this machine. */}
      {window.isSecureContext && (
        <button type="button" class="button" onClick={() => void copy()}>
          {copied ? t.firstRun.copied : t.firstRun.copy}
        </button>
      )}
    </div>
  );
}
