import type { Notice } from '../../../openapi/types.js';
import { isWebAddress } from '../comments/thread-line.js';
import { MarkedText } from '../parts/marked-text.js';
import { t } from '../strings/strings.js';
import { notifierName } from './notice-badge.js';

/** Who says so, where they saw it, and what they were told when it came in. */
export function Notifier({ notice }: { readonly notice: Notice }) {
  const { notifier, url, receipt } = notice;
  const email = notifier?.email ?? null;
  const external = notifier?.external_id ?? null;
  return (
    <section class="notifier" aria-labelledby="notifier-heading">
      <h2 id="notifier-heading" class="side-heading">
        {t.noticeDesk.notifier}
      </h2>
      <p class="glance-name">
        <bdi>{notifierName(notice)}</bdi>
      </p>
      <ul class="glance-lines">
        {email !== null && (
          <li>
            <bdi>{email}</bdi>
          </li>
        )}
        {external !== null && (
          <li>
            {t.noticeDesk.reader} <bdi>{external}</bdi>
          </li>
        )}
        {isWebAddress(url) && (
          <li>
            <a href={url} target="_blank" rel="noreferrer noopener">
              {t.noticeDesk.seenAt}
            </a>
          </li>
        )}
        {url !== null && !isWebAddress(url) && (
          <li>
            {t.noticeDesk.seenAt}: <bdi>{url}</bdi>
          </li>
        )}
      </ul>
      <details class="notifier-receipt">
        <summary>{t.noticeDesk.receipt}</summary>
        <MarkedText text={receipt} />
      </details>
    </section>
  );
}
