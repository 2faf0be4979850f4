/** One publication. Everything else belongs to exactly one site. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
}
