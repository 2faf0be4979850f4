import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import { t } from '../strings/strings.js';
import { SEARCH_NAMES, type SearchDraft, type SearchName } from './use-search.js';
import type { CommentQuery } from '../comments/use-comments.js';

interface SearchFormProps {
  readonly asked: CommentQuery;
  readonly onAsk: (draft: SearchDraft) => void;
}

const STATUSES = ['approved', 'pending', 'rejected', 'deleted'] as const;

/** What can be looked for; choices apply at once, what is written with Enter. */
export function SearchForm({ onAsk }: SearchFormProps) {
  const [address] = useSearchParams();
  const [draft, setDraft] = useState<SearchDraft>(() => draftOf(address));
  const put = (name: SearchName, value: string): void => setDraft({ ...draft, [name]: value });
  const choose = (name: SearchName, value: string): void => onAsk({ ...draft, [name]: value });
  const more = SEARCH_NAMES.slice(2).some((name) => (draft[name] ?? '') !== '');
  return (
    <form
      class="search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(draft);
      }}
    >
      <div class="search-line">
        <label class="field">
          <span class="for-readers">{t.search.text}</span>
          <input
            type="search"
            autofocus
            placeholder={t.search.placeholder}
            maxLength={200}
            value={draft.text ?? ''}
            onInput={({ currentTarget }) => put('text', currentTarget.value)}
          />
        </label>
        <label class="field search-status">
          <span class="for-readers">{t.search.fields.status}</span>
          <select
            value={draft.status ?? ''}
            onChange={({ currentTarget }) => choose('status', currentTarget.value)}
          >
            <option value="">{t.search.anyStatus}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t.status[status]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button button-first">
          {t.search.submit}
        </button>
      </div>
      <details class="filters" open={more}>
        <summary>{t.search.more}</summary>
        <MoreFields draft={draft} onPut={put} onChoose={choose} />
      </details>
    </form>
  );
}

function draftOf(address: URLSearchParams): SearchDraft {
  return Object.fromEntries(SEARCH_NAMES.map((name) => [name, address.get(name) ?? '']));
}

interface MoreFieldsProps {
  readonly draft: SearchDraft;
  readonly onPut: (name: SearchName, value: string) => void;
  readonly onChoose: (name: SearchName, value: string) => void;
}

const WRITTEN = ['author', 'thread', 'section', 'language', 'reason'] as const;
const DAYS = ['created_from', 'created_to'] as const;

function MoreFields({ draft, onPut, onChoose }: MoreFieldsProps) {
  return (
    <div class="search-fields">
      <label class="field">
        {t.search.fields.standard}
        <select
          value={draft.standard ?? ''}
          onChange={({ currentTarget }) => onChoose('standard', currentTarget.value)}
        >
          <option value="">{t.queue.filter.any}</option>
          {Object.entries(t.standard).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {WRITTEN.map((name) => (
        <label key={name} class="field">
          {t.search.fields[name]}
          <input
            value={draft[name] ?? ''}
            onInput={({ currentTarget }) => onPut(name, currentTarget.value)}
          />
        </label>
      ))}
      {DAYS.map((name) => (
        <label key={name} class="field">
          {t.search.fields[name]}
          <input
            type="date"
            value={draft[name] ?? ''}
            onChange={({ currentTarget }) => onChoose(name, currentTarget.value)}
          />
        </label>
      ))}
    </div>
  );
}
