import type { Site } from './site.js';

/** What a person does at a WordPress: opens pages, follows links, fills in forms. */
export interface Browser {
  /** The page's HTML, after redirects. */
  open(path: string): Promise<string>;
  /** Sends fields as a form does; where it leads, or the status where it leads nowhere. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<string>;
}

let readers = 0;

/** One with cookies and an address of its own. */
export function browser(site: Site): Browser {
  const cookies = new Map<string, string>();
  readers += 1;
  const address = `203.0.113.${readers}`;
  const request = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'x-forwarded-for': address, 'user-agent': 'Firefox' };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const open = async (path: string): Promise<string> => {
    const response = await request(new URL(path, site.url).href);
    const to = response.headers.get('location');
    return to === null ? response.text() : open(to);
  };
  return {
    open,
    send: async (path, fields) => {
      const body = new URLSearchParams(fields);
      const response = await request(new URL(path, site.url).href, { method: 'POST', body });
      await response.text();
      return response.headers.get('location') ?? String(response.status);
    },
  };
}

/** A browser in which the editor has logged in. */
export async function editorOf(site: Site): Promise<Browser> {
  const editor = browser(site);
  await editor.open('/wp-login.php');
  const { name: log, password: pwd } = site.editor;
  const to = await editor.send('/wp-login.php', { log, pwd, testcookie: '1' });
  if (!to.includes('wp-admin')) throw new Error(`The editor could not log in: ${to}`);
  return editor;
}

/** A reader opens the article, writes into its comment form and sends it. */
export async function comments(
  reader: Browser,
  { author, comment }: { readonly author: string; readonly comment: string },
): Promise<string> {
  const page = await reader.open('/?p=1');
  const form = /<form[^>]*id="commentform"[^]*?<\/form>/u.exec(page)?.[0];
  if (form === undefined) throw new Error('The article has no comment form.');
  const action = attribute(/^<form[^>]*>/u.exec(form)?.[0] ?? '', 'action');
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*>/gu)) {
    const name = attribute(input, 'name');
    if (name !== '' && attribute(input, 'type') === 'hidden') fields[name] = attribute(input, 'value');
  }
  const email = `${author.toLowerCase()}@readers.example`;
  return reader.send(action, { ...fields, author, email, url: '', comment });
}

const ALL_COMMENTS = '/wp-admin/edit-comments.php?comment_status=all';

/** The editor clicks a link of one comment in a list of comments, as `spamcomment`. */
export async function clicks(
  editor: Browser,
  action: string,
  { id, list = ALL_COMMENTS }: { readonly id: string; readonly list?: string },
): Promise<void> {
  const page = await editor.open(list);
  const links = [...page.matchAll(/<a[^>]*>/gu)].map(([link]) => attribute(link, 'href'));
  const found = links.find(
    (link) => link.includes(`action=${action}&`) && `${link}&`.includes(`c=${id}&`),
  );
  if (found === undefined) throw new Error(`There is no link ${action} for comment ${id}.`);
  await editor.open(`/wp-admin/${found}`);
}

function attribute(tag: string, name: string): string {
  const [, double, single] =
    new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag) ?? [];
  return (double ?? single ?? '').replaceAll(/&(?:amp|#0?38);/gu, '&');
}
