/** What is commented on: an article, a page, a post. */
export interface Thread {
  readonly id: string;
  /** The CMS's own id, unique within the site. */
  readonly external_id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly open: boolean;
  /** Every comment is held for a person first. */
  readonly premoderated: boolean;
  readonly created_at: string;
  readonly updated_at: string;
}
