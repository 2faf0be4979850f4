/** A comment as a CMS submits it, with everything that was left out written as null. */
export interface Submission {
  readonly thread: {
    readonly external_id: string;
    readonly url: string | null;
    readonly title: string | null;
    readonly section: string | null;
  };
  readonly author: {
    readonly external_id: string | null;
    readonly name: string;
    readonly email: string | null;
    readonly ip: string | null;
    readonly url: string | null;
    readonly user_agent: string | null;
  };
  readonly body: string;
  /** A comment's id, or its external id. */
  readonly parent_id: string | null;
  readonly external_id: string | null;
  /** RFC 3339; when the reader wrote it. */
  readonly created_at: string | null;
  readonly locale: string | null;
  readonly accepted_policy_version: number | null;
  readonly metadata: Readonly<Record<string, string>> | null;
}
