import { useParams, useSearchParams } from 'wouter-preact';

import { ListAndPane } from '../parts/list-and-pane.js';
import { Pick } from '../parts/pick.js';
import { t } from '../strings/strings.js';
import { NoticeList } from './notice-list.js';
import { NoticePane } from './notice-pane.js';
import { type NoticeStatus, useNoticePages } from './queries.js';
import './notices.css';

const SHOWN = ['open', 'removed', 'kept', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** What is said to be illegal, and the answers to it. */
export function Screen() {
  const { id } = useParams<{ id?: string }>();
  const [address, setAddress] = useSearchParams();
  const shown = SHOWN.find((each) => each === address.get('status')) ?? 'open';
  const pages = useNoticePages(statusOf(shown));
  const notices = pages.data?.pages.flatMap(({ data }) => data);
  const search = shown === 'open' ? '' : `?status=${shown}`;
  const next = notices?.find((each) => each.id !== id && each.status === 'open')?.id;
  return (
    <ListAndPane
      heading={t.nav.notices}
      filters={
        <Pick
          name={t.noticeDesk.shown}
          value={shown}
          options={SHOWN.map((each) => [each, t.noticeDesk.statuses[each]])}
          onPick={(status) => setAddress(status === 'open' ? {} : { status })}
        />
      }
      list={
        notices && (
          <NoticeList notices={notices} pages={pages} here={id ?? null} search={search} />
        )
      }
      pages={pages}
      pane={
        id === undefined ? (
          <p class="empty">
            {notices?.length === 0 ? t.noticeDesk.none[shown] : t.noticeDesk.choose}
          </p>
        ) : (
          <NoticePane key={id} id={id} next={next === undefined ? null : `/notices/${next}${search}`} />
        )
      }
      paneName={t.noticeDesk.pane}
      back={`/notices${search}`}
      opened={id !== undefined}
    />
  );
}

function statusOf(shown: Shown): NoticeStatus | null {
  return shown === 'all' ? null : shown;
}
