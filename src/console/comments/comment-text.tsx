import { useState } from 'preact/hooks';

import type { CommentFile } from '../../../openapi/types.js';
import { MarkedText } from '../parts/marked-text.js';
import { StatusBadge } from '../parts/badges.js';
import { Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { Findings } from './findings.js';
import { Parent } from './parent.js';
import '../queue/pane.css';

/** A comment as it stands: what it answers, the text with its marks, and what rules found. */
export function CommentText({ file }: { readonly file: CommentFile }) {
  const [lit, setLit] = useState<number | null>(null);
  return (
    <>
      {file.parent_id !== null && <Parent id={file.parent_id} />}
      <div class="pane-text">
        <MarkedText text={file.body} findings={file.findings} lit={lit} onLit={setLit} />
        {file.redacted_at !== null && <p class="quiet">{t.commentText.erased}</p>}
      </div>
      <p class="pane-told">
        <StatusBadge status={file.status} shadow={file.shadow} />
        <Moment time={file.created_at} />
        {file.edited_at !== null && <span>{t.comment.edited}</span>}
      </p>
      <Findings findings={file.findings} lit={lit} onLit={setLit} />
    </>
  );
}
