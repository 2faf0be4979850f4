import type { ImportFormat } from '../domain/imported.js';

/** What a file is, by how it begins; null for what is none of them. */
export function formatOf(beginning: string): ImportFormat | null {
  const text = beginning.replace(/^\ufeff?\s*/u, '');
  if (text.startsWith('<')) {
    if (/<disqus[\s>]/u.test(text)) return 'disqus';
    return /<rss[\s>]/u.test(text) && text.includes('wordpress.org/export/') ? 'wxr' : null;
  }
  if (!text.startsWith('{')) return null;
  return /^\{\s*"gatepost_export"\s*:/u.test(text) ? 'gatepost' : 'ndjson';
}

/** The encoding that an XML declaration names; UTF-8 where it names none. */
export function encodingOf(beginning: string): string {
  return /^\ufeff?<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})["']/u.exec(beginning)?.[1] ?? 'utf-8';
}
