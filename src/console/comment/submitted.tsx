import type { ComponentChildren } from 'preact';

import type { CommentFile } from '../../../openapi/types.js';
import { Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';

/** What came with a comment beside its text. */
export function Submitted({ file }: { readonly file: CommentFile }) {
  const { author, metadata } = file;
  return (
    <section aria-labelledby="submitted-heading">
      <h2 id="submitted-heading" class="side-heading">
        {t.submitted.heading}
      </h2>
      <dl class="submitted">
        <Fact name={t.submitted.received}>
          <Moment time={file.received_at} />
        </Fact>
        <Fact name={t.submitted.id}>{file.id}</Fact>
        <Fact name={t.submitted.externalId}>{file.external_id}</Fact>
        <Fact name={t.submitted.email}>{author.email}</Fact>
        <Fact name={t.submitted.ip}>{author.ip}</Fact>
        <Fact name={t.submitted.url}>{author.url}</Fact>
        <Fact name={t.submitted.browser}>{author.user_agent}</Fact>
        <Fact name={t.submitted.locale}>{file.locale}</Fact>
        <Fact name={t.submitted.policy}>{file.accepted_policy_version}</Fact>
        {Object.entries(metadata ?? {}).map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

/** One line of what is known; nothing where it is not. */
function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
