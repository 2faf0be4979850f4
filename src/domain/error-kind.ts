/** What is said of every refusal of one kind. */
export interface ErrorKind {
  readonly status: number;
  /** What went wrong, in general; the detail of an occurrence says what and where. */
  readonly title: string;
  /** What the caller can do about it. */
  readonly hint: string;
}
