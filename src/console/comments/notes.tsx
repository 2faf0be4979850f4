import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { LatestNotes, Note } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useMay } from '../api/use-session.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import type { NoteAbout } from '../acts/acts.js';
import { aboutAuthor, aboutComment } from './queries.js';
import './complaints.css';

interface NotesProps {
  readonly about: NoteAbout;
  readonly notes: LatestNotes | undefined;
  readonly onAdd?: () => void;
}

/** What moderators wrote for each other. */
export function Notes({ about, notes, onAdd }: NotesProps) {
  const count = notes?.count ?? 0;
  if (count === 0 && onAdd === undefined) return null;
  return (
    <section class="complaints" aria-labelledby={`notes-${about.kind}`}>
      <h2 id={`notes-${about.kind}`} class="pane-heading">
        {t.notes.heading(count)}{' '}
        {onAdd !== undefined && (
          <button type="button" class="link-button" onClick={onAdd}>
            {t.notes.add}
          </button>
        )}
      </h2>
      <ul>
        {notes?.latest.map((note) => (
          <Item key={note.id} note={note} about={about} />
        ))}
      </ul>
    </section>
  );
}

function Item({ note, about }: { readonly note: Note; readonly about: NoteAbout }) {
  const admin = useMay('admin');
  const queries = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const remove = async (): Promise<void> => {
    try {
      await answerOf(api.DELETE('/v1/notes/{id}', { params: { path: { id: note.id } } }));
      const { kind, id } = about;
      const queryKey = kind === 'comment' ? aboutComment(id) : aboutAuthor(id);
      await queries.invalidateQueries({ queryKey });
    } catch (fault) {
      setError(fault instanceof Error ? fault : new Error(String(fault)));
    }
  };
  return (
    <li class="complaint note">
      <p class="complaint-line">
        <bdi class="history-actor">{note.created_by}</bdi>
        <span class="quiet">
          <Ago time={note.created_at} />
        </span>
        {(note.own || admin) && (
          <button type="button" class="link-button" onClick={() => void remove()}>
            {t.notes.remove}
          </button>
        )}
      </p>
      <MarkedText text={note.body} />
      {error !== null && <Problem error={error} />}
    </li>
  );
}
