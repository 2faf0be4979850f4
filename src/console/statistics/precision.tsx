import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';

import type { Statistics } from '../../../openapi/types.js';
import { ruleName } from '../policy/names.js';
import { t } from '../strings/strings.js';
import { count, percent } from '../strings/times.js';
import { Figure } from './figure.js';
import { intervalOf } from './interval.js';

type Rule = NonNullable<Statistics['rules']>[number];

const MATCHES_COLUMN = 1;

/** How often moderators agreed with each rule, and how sure one can be of it. */
export function Precision({ rules }: { readonly rules: readonly Rule[] }) {
  const measured = useMemo(
    () => rules.filter(({ decided }) => decided > 0).sort((a, b) => b.decided - a.decided),
    [rules],
  );
  return (
    <Figure
      heading={t.statistics.precision.heading}
      told={t.statistics.precision.told}
      name="precision"
      table={{
        columns: [
          t.statistics.rule,
          t.statistics.matches,
          t.statistics.decided,
          t.statistics.agreed,
          t.statistics.share,
        ],
        rows: rules.map(({ id, matches, decided, agreed, precision }) => [
          ruleName(id),
          matches,
          decided,
          agreed,
          precision,
        ]),
      }}
      show={(cell, column) => {
        if (typeof cell !== 'number') return cell ?? '–';
        return column > MATCHES_COLUMN + 2 ? percent(cell) : count(cell);
      }}
      empty={measured.length === 0}
    >
      <ul class="precision">
        {measured.map((rule) => (
          <Row key={rule.id} rule={rule} />
        ))}
      </ul>
    </Figure>
  );
}

function Row({ rule: { id, decided, agreed, precision, observe } }: { readonly rule: Rule }) {
  const bar = useRef<HTMLSpanElement>(null);
  const { low, high } = intervalOf(agreed, decided);
  useLayoutEffect(() => {
    const { style } = bar.current ?? {};
    style?.setProperty('--value', `${100 * (precision ?? 0)}%`);
    style?.setProperty('--low', `${100 * low}%`);
    style?.setProperty('--spread', `${100 * (high - low)}%`);
  }, [precision, low, high]);
  return (
    <li>
      <Link href={`/policy?rule=${id}`}>{ruleName(id)}</Link>
      <span ref={bar} class="precision-bar" aria-hidden="true" />
      <span class="precision-figures">
        <strong>{percent(precision)}</strong>{' '}
        <span class="quiet">
          {t.statistics.of(count(decided))}
          {observe && ` · ${t.policy.observe}`}
        </span>
      </span>
    </li>
  );
}
