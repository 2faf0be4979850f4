/** What is commented on: an article, a page, a post. */
export interface Thread {
  readonly id: string;
  /** The CMS's own id, unique within the site. */
  readonly external_id: string;
  readonly url: string | null;
  readonly title: string | null;
  /** The part of the publication, as the CMS calls it: "sport". A policy may set rules for it. */
  readonly section: string | null;
  /** Since when it takes no more comments; null while it is open. */
  readonly closed_at: string | null;
  /** Since when every comment is held for a person first; null where none is for that alone. */
  readonly premoderated_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}
