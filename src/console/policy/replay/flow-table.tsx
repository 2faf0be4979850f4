import type { ReplayResult } from '../../../../openapi/types.js';
import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';

export const ACTIONS = ['approve', 'hold', 'reject'] as const;
export type Action = (typeof ACTIONS)[number];

/** A kind of change, from one action to another. */
export interface Kind {
  readonly from: Action;
  readonly to: Action;
}

export const isKind = (one: Kind, other: Kind | null): boolean =>
  other !== null && one.from === other.from && one.to === other.to;

/** How many comments went from an action to an action; those that stay included. */
export function amountOf({ changes, kept }: ReplayResult, { from, to }: Kind): number {
  if (from === to) return kept[from];
  return changes.find((change) => isKind(change, { from, to }))?.count ?? 0;
}

interface FlowTableProps {
  readonly result: ReplayResult;
  readonly kind: Kind | null;
  readonly onKind: (kind: Kind | null) => void;
}

/** The flow in figures; each change can be pressed to see comments of its kind alone. */
export function FlowTable({ result, kind, onKind }: FlowTableProps) {
  return (
    <table class="flow-table">
      <caption class="for-readers">{t.policy.replay.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.policy.replay.fromTo}</th>
          {ACTIONS.map((to) => (
            <th key={to} scope="col" class="number">
              {t.policy.actions[to]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ACTIONS.map((from) => (
          <tr key={from}>
            <th scope="row">{t.policy.actions[from]}</th>
            {ACTIONS.map((to) => {
              const amount = amountOf(result, { from, to });
              const isChosen = isKind({ from, to }, kind);
              return (
                <td key={to} class={from === to ? 'number quiet' : 'number'}>
                  {from === to || amount === 0 ? (
                    count(amount)
                  ) : (
                    <button
                      type="button"
                      class="link"
                      aria-pressed={isChosen}
                      aria-label={t.policy.replay.show(
                        count(amount),
                        t.policy.actions[from],
                        t.policy.actions[to],
                      )}
                      onClick={() => onKind(isChosen ? null : { from, to })}
                    >
                      {count(amount)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
