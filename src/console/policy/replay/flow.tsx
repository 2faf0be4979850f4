import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { useMemo, useState } from 'preact/hooks';

import type { ReplayResult } from '../../../../openapi/types.js';
import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';
import { type Action, ACTIONS, amountOf } from './flow-table.js';

const WIDTH = 560;
const HEIGHT = 240;
const LABEL_WIDTH = 120;
const NODE_WIDTH = 10;
const NODE_PADDING = 22;
/** Where less than this changes, what stays is left out: the change would be a hair. */
const CHANGES_SHARE_MIN = 0.1;

interface Node {
  readonly action: Action;
  readonly side: 'then' | 'draft';
}

interface Link {
  readonly from: Action;
  readonly to: Action;
}

/** A picture of what went where, as wide as there are comments. The table says the same. */
export function Flow({ result }: { readonly result: ReplayResult }) {
  const changed = result.judged - result.unchanged;
  const [all, setAll] = useState(changed >= result.judged * CHANGES_SHARE_MIN);
  const graph = useMemo(() => laidOut(result, all), [result, all]);
  if (changed === 0) return <p class="quiet">{t.policy.replay.nothing}</p>;
  const path = sankeyLinkHorizontal<Node, Link>();
  return (
    <figure class="flow">
      <div class="flow-sides small quiet" aria-hidden="true">
        <span>{t.policy.replay.then}</span>
        <span>{t.policy.replay.byDraft}</span>
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t.policy.replay.changed(count(changed), count(result.judged))}
      >
        {graph.links.map((link) => (
          <path
            key={`${link.from} ${link.to}`}
            class={`flow-link flow-${link.to} ${link.from === link.to ? 'flow-kept' : ''}`}
            d={path(link) ?? ''}
            stroke-width={Math.max(1.5, link.width ?? 0)}
          >
            <title>
              {t.policy.replay.link(
                t.policy.actions[link.from],
                t.policy.actions[link.to],
                count(link.value),
              )}
            </title>
          </path>
        ))}
        {graph.nodes.map((node) => (
          <g key={`${node.side} ${node.action}`}>
            <rect
              class={`flow-node flow-${node.action}`}
              x={node.x0}
              y={node.y0}
              width={NODE_WIDTH}
              height={Math.max(1.5, (node.y1 ?? 0) - (node.y0 ?? 0))}
              rx={2}
            />
            <text
              class="flow-label"
              x={node.side === 'then' ? LABEL_WIDTH - 8 : WIDTH - LABEL_WIDTH + 8}
              y={((node.y0 ?? 0) + (node.y1 ?? 0)) / 2}
              text-anchor={node.side === 'then' ? 'end' : 'start'}
              dominant-baseline="middle"
            >
              {t.policy.actions[node.action]} {count(node.value ?? 0)}
            </text>
          </g>
        ))}
      </svg>
      <label class="check small">
        <input
          type="checkbox"
          checked={all}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
        {t.policy.replay.withKept}
      </label>
    </figure>
  );
}

function laidOut(result: ReplayResult, all: boolean) {
  const kinds = ACTIONS.flatMap((from) => ACTIONS.map((to) => ({ from, to })));
  const links = kinds
    .filter(({ from, to }) => all || from !== to)
    .map((kind) => ({ ...kind, value: amountOf(result, kind) }))
    .filter(({ value }) => value > 0);
  const nodes: Node[] = [];
  const placeOf = (action: Action, side: Node['side']): number => {
    const found = nodes.findIndex((node) => node.action === action && node.side === side);
    return found === -1 ? nodes.push({ action, side }) - 1 : found;
  };
  const ended = links.map((link) => ({
    ...link,
    source: placeOf(link.from, 'then'),
    target: placeOf(link.to, 'draft'),
  }));
  const rank = ({ action }: Node): number => ACTIONS.indexOf(action);
  const layout = sankey<Node, Link>()
    .nodeWidth(NODE_WIDTH)
    .nodePadding(NODE_PADDING)
    .nodeSort((a, b) => rank(a) - rank(b))
    .extent([
      [LABEL_WIDTH, NODE_PADDING / 2],
      [WIDTH - LABEL_WIDTH, HEIGHT - NODE_PADDING / 2],
    ]);
  return layout({ nodes: nodes.map((node) => ({ ...node })), links: ended });
}
