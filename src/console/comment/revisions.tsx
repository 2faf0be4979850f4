import type { CommentFile } from '../../../openapi/types.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { wordDiff } from '../text/word-diff.js';

/** What its author changed, edit by edit, newest first; nothing for what was never edited. */
export function Revisions({ file }: { readonly file: CommentFile }) {
  const { revisions, body } = file;
  if (revisions.length === 0) return null;
  const edits = revisions.map((revision, index) => ({
    ...revision,
    after: revisions[index + 1]?.body ?? body,
  }));
  return (
    <section aria-labelledby="revisions-heading">
      <h2 id="revisions-heading" class="pane-heading">
        {t.revisions.heading(revisions.length)}
      </h2>
      <ol class="revisions">
        {edits.toReversed().map(({ version, body: before, after, replaced_at }) => (
          <li key={version}>
            <p class="quiet small">
              {t.revisions.edited} <Ago time={replaced_at} />
            </p>
            <Diff before={before} after={after} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DiffProps {
  readonly before: string;
  readonly after: string;
}

function Diff({ before, after }: DiffProps) {
  return (
    <p class="diff">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        const shown = <MarkedText text={text} />;
        if (kind === 'gone') return <del key={index}>{shown}</del>;
        if (kind === 'new') return <ins key={index}>{shown}</ins>;
        return <span key={index}>{shown}</span>;
      })}
    </p>
  );
}
