import type { AuditEntry } from '../../../openapi/types.js';

type ObjectKind = AuditEntry['object']['kind'];

const PATHS: Readonly<Partial<Record<ObjectKind, (id: string) => string>>> = {
  comment: (id) => `/comments/${id}`,
  author: (id) => `/authors/${id}`,
  thread: (id) => `/threads/${id}`,
  block: (id) => `/blocks/${id}`,
  appeal: (id) => `/appeals/${id}`,
  notice: (id) => `/notices/${id}`,
  policy: (id) => `/policy/versions?to=${id}`,
  key: () => '/keys',
  webhook: (id) => `/webhooks/${id}`,
  model: () => '/model',
};

/** The page of the console about what was acted on; null where it has none. */
export function objectPath({ kind, id }: AuditEntry['object']): string | null {
  return PATHS[kind]?.(encodeURIComponent(id)) ?? null;
}
