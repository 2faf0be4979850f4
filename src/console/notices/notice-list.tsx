import type { ComponentProps } from 'preact';
import { Link } from 'wouter-preact';

import type { Notice } from '../../../openapi/types.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { More } from '../parts/more.js';
import { t } from '../strings/strings.js';
import { NoticeBadge, notifierName } from './notice-badge.js';

const EXCERPT = 160;

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly pages: ComponentProps<typeof More>;
  readonly here: string | null;
  /** What the address says of the list. */
  readonly search: string;
}

export function NoticeList({ notices, pages, here, search }: NoticeListProps) {
  return (
    <ul class="two-items">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link
            href={`/notices/${notice.id}${search}`}
            class="two-item"
            aria-current={notice.id === here ? 'true' : undefined}
          >
            <span class="two-item-top">
              <bdi class="two-item-name">{notifierName(notice)}</bdi>
              <span class="two-item-age">
                <Ago time={notice.created_at} />
              </span>
            </span>
            <MarkedText text={notice.explanation} lengthMax={EXCERPT} />
            <span class="two-item-foot">
              {notice.trusted_flagger && (
                <span class="badge standing-blocked">{t.notices.trusted}</span>
              )}
              {notice.status !== 'open' && <NoticeBadge status={notice.status} />}
              {notice.law !== null && <bdi class="badge">{notice.law}</bdi>}
            </span>
          </Link>
        </li>
      ))}
      <li>
        <More {...pages} />
      </li>
    </ul>
  );
}
