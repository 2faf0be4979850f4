import type { ComponentProps } from 'preact';
import { Link } from 'wouter-preact';

import type { ListedAppeal } from '../../../openapi/types.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { More } from '../parts/more.js';
import { t } from '../strings/strings.js';
import { AppealBadge } from './appeal-badge.js';

const EXCERPT = 160;

interface AppealListProps {
  readonly appeals: readonly ListedAppeal[];
  readonly pages: ComponentProps<typeof More>;
  readonly here: string | null;
  /** What the address says of the list. */
  readonly search: string;
}

export function AppealList({ appeals, pages, here, search }: AppealListProps) {
  return (
    <ul class="two-items">
      {appeals.map((appeal) => (
        <li key={appeal.id}>
          <Link
            href={`/appeals/${appeal.id}${search}`}
            class="two-item"
            aria-current={appeal.id === here ? 'true' : undefined}
          >
            <span class="two-item-top">
              <bdi class="two-item-name">{appeal.author_name}</bdi>
              <span class="two-item-age">
                <Ago time={appeal.created_at} />
              </span>
            </span>
            <MarkedText text={appeal.text} lengthMax={EXCERPT} />
            <span class="two-item-foot">
              {appeal.status !== 'filed' && <AppealBadge status={appeal.status} />}
              <span class="badge">
                {isByRules(appeal) ? t.appealDesk.byRules : t.appealDesk.byPerson}
              </span>
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

function isByRules({ decided_first_by = null }: ListedAppeal): boolean {
  return decided_first_by === null;
}
