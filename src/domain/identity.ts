import type { IdentityKind } from './author.js';

/** An e-mail address as it is compared: case never tells two people apart in practice. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** The part behind the last `@`, as it is compared; null where there is none. */
export function emailDomain(email: string): string | null {
  const at = email.lastIndexOf('@');
  return at < 0 || at === email.length - 1 ? null : emailKey(email.slice(at + 1));
}

/**
 * A name as authors are told apart by it: case, width and spacing do not count. Look-alike letters
 * do: an impostor with a Cyrillic letter must not become one author with the person imitated.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** By what a site knows an author: the CMS's id, else the e-mail address, else the name. */
export function identityOf(author: {
  readonly external_id: string | null;
  readonly email: string | null;
  readonly name: string;
}): { readonly kind: IdentityKind; readonly key: string } {
  if (author.external_id !== null) return { kind: 'external_id', key: author.external_id };
  if (author.email !== null) return { kind: 'email', key: emailKey(author.email) };
  return { kind: 'name', key: nameKey(author.name) };
}
