import { useLayoutEffect, useState } from 'preact/hooks';

import { CommentList } from '../comments/comment-list.js';
import { useComments } from '../comments/use-comments.js';
import { Loading } from '../parts/loading.js';
import { More } from '../parts/more.js';
import { Problem } from '../parts/problem.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { People } from './people.js';
import { SearchForm } from './search-form.js';
import { isEmpty, useSearch } from './use-search.js';
import './search.css';

/** Finds comments of whatever status, and people; what is looked for stands in the address. */
export function Screen() {
  const [asked, ask] = useSearch();
  useTitle(asked.query.text, t.search.heading);
  const query = useComments(asked.query);
  const comments = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const [copied, setCopied] = useState(false);
  useLayoutEffect(() => setCopied(false), [asked]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  return (
    <div class="page search-page">
      <header class="page-header">
        <h1>{t.search.heading}</h1>
        {window.isSecureContext && !isEmpty(asked) && (
          <button type="button" class="button button-plain" onClick={() => void copy()}>
            {copied ? t.search.copied : t.search.copy}
          </button>
        )}
      </header>
      <SearchForm key={asked.written} asked={asked.query} onAsk={ask} />
      {asked.query.text !== undefined && <People text={asked.query.text} />}
      <section aria-labelledby="results-heading" aria-busy={query.isFetching}>
        <h2 id="results-heading" class="pane-heading">
          {isEmpty(asked) ? t.search.latest : t.search.results}
        </h2>
        {query.error !== null && <Problem error={query.error} />}
        {query.isLoading && <Loading />}
        {query.data !== undefined && comments.length === 0 && (
          <p class="empty">{t.search.nothing}</p>
        )}
        <CommentList comments={comments} />
        <More {...query} />
      </section>
    </div>
  );
}
