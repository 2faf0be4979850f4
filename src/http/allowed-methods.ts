import { pathOf } from './path-of.js';

export interface KnownRoute {
  readonly method: string;
  /** As it was registered: "/v1/comments/:id". */
  readonly url: string;
}

/** The methods that an address has routes for; none for an address that there is not. */
export function allowedMethods(routes: readonly KnownRoute[], url: string): readonly string[] {
  const path = pathOf(url);
  const methods = routes
    .filter((route) => patternOf(route.url).test(path))
    .map((route) => route.method);
  return [...new Set(methods)].sort();
}

/** As many as there are routes: what was compiled for one address serves all. */
const patterns = new Map<string, RegExp>();

function patternOf(url: string): RegExp {
  const known = patterns.get(url) ?? compiled(url);
  patterns.set(url, known);
  return known;
}

function compiled(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (/^:[^:]/u.test(part)) return '[^/]+';
    if (part === '*') return '.*';
    // A colon that is no parameter is written twice.
    return part.replaceAll('::', ':').replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join('/')}$`, 'u');
}
