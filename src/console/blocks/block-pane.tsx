import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

import type { BlockFile } from '../../../openapi/types.js';
import { useAuthorFile } from '../comments/queries.js';
import { Loading } from '../parts/loading.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { useFirstFocus } from '../parts/use-first-focus.js';
import { t } from '../strings/strings.js';
import { BlockState } from './block-state.js';
import { LiftForm } from './lift-form.js';
import { useBlock } from './queries.js';

/** One block: who made it and why, what it keeps down, how it ended, and how to lift it. */
export function BlockPane({ id }: { readonly id: string }) {
  const { data, error } = useBlock(id);
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} />;
  return (
    <>
      {error !== null && <Problem error={error} />}
      <article class="block-pane" aria-labelledby="block-heading">
        <Header block={data} />
        <div class="block-reason">
          <MarkedText text={data.reason} />
        </div>
        <Facts block={data} />
        {data.lifted_at === null && <LiftForm block={data} />}
      </article>
    </>
  );
}

function Header({ block }: { readonly block: BlockFile }) {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <header class="block-header">
      <p class="quiet small">{t.blocks.kinds[block.kind]}</p>
      <h2 id="block-heading" tabIndex={-1} ref={heading}>
        {block.kind === 'author' ? <Author id={block.value} /> : <bdi>{block.value}</bdi>}
      </h2>
      <p>
        <BlockState block={block} />
      </p>
    </header>
  );
}

function Author({ id }: { readonly id: string }) {
  const { data } = useAuthorFile(id);
  return (
    <Link href={`/authors/${id}`}>
      <bdi>{data?.name ?? id}</bdi>
    </Link>
  );
}

function Facts({ block }: { readonly block: BlockFile }) {
  const { until, note, lifted_at, lifted_by, lift_reason, replaced_by } = block;
  return (
    <dl class="block-facts">
      <Fact name={t.block.how}>{t.block.mode[block.mode]}</Fact>
      <Fact name={t.blocks.by}>
        {block.raised_by === 'policy' ? t.blocks.byPolicy : <bdi>{block.created_by}</bdi>} ·{' '}
        <Moment time={block.created_at} />
      </Fact>
      <Fact name={t.blocks.until}>
        {until === null ? t.block.forGood : <Moment time={until} />}
      </Fact>
      <Fact name={t.blocks.keepsDown}>
        {t.blocks.comments(block.rejected_comments)}{' '}
        <Link href={`/audit?object=${block.id}`} class="small">
          {t.blocks.onRecord}
        </Link>
      </Fact>
      {note !== null && (
        <Fact name={t.history.note}>
          <MarkedText text={note} />
        </Fact>
      )}
      {lifted_at !== null && replaced_by === null && (
        <Fact name={t.blocks.lifted}>
          {lifted_by !== null && (
            <>
              <bdi>{lifted_by}</bdi> ·{' '}
            </>
          )}
          <Ago time={lifted_at} />
          {lift_reason !== null && <MarkedText text={lift_reason} />}
        </Fact>
      )}
      {replaced_by !== null && (
        <Fact name={t.blocks.replaced}>
          <Link href={`/blocks/${replaced_by}`}>{t.blocks.replacedBy}</Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
