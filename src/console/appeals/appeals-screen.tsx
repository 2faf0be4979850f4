import { useParams, useSearchParams } from 'wouter-preact';

import { useRenewal } from '../api/use-renewal.js';
import { ListAndPane } from '../parts/list-and-pane.js';
import { Pick } from '../parts/pick.js';
import { t } from '../strings/strings.js';
import { AppealList } from './appeal-list.js';
import { AppealPane } from './appeal-pane.js';
import { APPEALS, type AppealStatus, useAppealPages } from './queries.js';
import './appeals.css';

const SHOWN = ['filed', 'upheld', 'overturned', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** What authors object to, and the answers to it. */
export function Screen() {
  const { id } = useParams<{ id?: string }>();
  const [address, setAddress] = useSearchParams();
  const shown = SHOWN.find((each) => each === address.get('status')) ?? 'filed';
  const pages = useAppealPages(statusOf(shown));
  useRenewal(['appeal.filed', 'appeal.resolved'], APPEALS);
  const appeals = pages.data?.pages.flatMap(({ data }) => data);
  const search = shown === 'filed' ? '' : `?status=${shown}`;
  const next = appeals?.find((each) => each.id !== id && each.status === 'filed')?.id;
  return (
    <ListAndPane
      heading={t.nav.appeals}
      filters={
        <Pick
          name={t.appealDesk.shown}
          value={shown}
          options={SHOWN.map((each) => [each, t.appealDesk.statuses[each]])}
          onPick={(status) => setAddress(status === 'filed' ? {} : { status })}
        />
      }
      list={
        appeals && (
          <AppealList appeals={appeals} pages={pages} here={id ?? null} search={search} />
        )
      }
      pages={pages}
      pane={
        id === undefined ? (
          <p class="empty">{appeals?.length === 0 ? t.appealDesk.none[shown] : t.appealDesk.choose}</p>
        ) : (
          <AppealPane key={id} id={id} next={next === undefined ? null : `/appeals/${next}${search}`} />
        )
      }
      paneName={t.appealDesk.pane}
      back={`/appeals${search}`}
      opened={id !== undefined}
    />
  );
}

function statusOf(shown: Shown): AppealStatus | null {
  return shown === 'all' ? null : shown;
}
