export const NOTE_OBJECTS = ['comment', 'author'] as const;
export type NoteObject = (typeof NOTE_OBJECTS)[number];

/** What a moderator tells the others about a comment or an author. */
export interface Note {
  readonly id: string;
  readonly object_kind: NoteObject;
  readonly object_id: string;
  readonly body: string;
  readonly created_at: string;
  /** Whose note it is, by name, and the key it was written with. */
  readonly created_by: string;
  readonly key_id: string;
}
