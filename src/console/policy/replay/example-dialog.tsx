import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';

import { answerOf, api } from '../../api/client.js';
import { StatusBadge } from '../../parts/badges.js';
import { Dialog } from '../../parts/dialog.js';
import { Loading } from '../../parts/loading.js';
import { MarkedText } from '../../parts/marked-text.js';
import { Ago } from '../../parts/moment.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../strings/strings.js';
import { ruleName } from '../names.js';
import { type Example, ExampleBadges } from './examples.js';

interface ExampleDialogProps {
  readonly example: Example;
  readonly onClose: () => void;
}

/** The whole comment behind an example, as it stands and as it was judged. */
export function ExampleDialog({ example, onClose }: ExampleDialogProps) {
  const { data, error } = useQuery({
    queryKey: ['comments', example.comment_id],
    queryFn: async () =>
      answerOf(api.GET('/v1/comments/{id}', { params: { path: { id: example.comment_id } } })),
  });
  return (
    <Dialog heading={t.policy.replay.example} onClose={onClose} wide>
      <p class="example-head small">
        <ExampleBadges example={example} />
      </p>
      {error !== null && <Problem error={error} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <p class="small">
            <bdi>{data.author.name}</bdi> · <Ago time={data.created_at} /> ·{' '}
            <StatusBadge status={data.status} shadow={data.shadow} />
          </p>
          <div class="try-text">
            <MarkedText text={data.body} findings={data.findings} />
          </div>
          <p class="small">
            <span class="quiet">{t.policy.replay.because}</span>{' '}
            {example.rules.map(ruleName).join(', ')}
          </p>
          <div class="buttons dialog-buttons">
            <Link class="button" href={`/comments/${example.comment_id}`}>
              {t.policy.replay.page}
            </Link>
          </div>
        </>
      )}
    </Dialog>
  );
}
