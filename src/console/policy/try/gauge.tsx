import { useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';

interface GaugeProps {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly near: boolean;
}

/** What was measured beside its threshold: a bar, and a line where the threshold is. */
export function Gauge({ name, value, limit, near }: GaugeProps) {
  const bar = useRef<HTMLSpanElement>(null);
  const scale = Math.max(value, limit, Number.EPSILON) * 1.15;
  useLayoutEffect(() => {
    bar.current?.style.setProperty('--value', `${(100 * value) / scale}%`);
    bar.current?.style.setProperty('--limit', `${(100 * limit) / scale}%`);
  }, [value, limit, scale]);
  return (
    <div class={value >= limit ? 'gauge gauge-reached' : near ? 'gauge gauge-near' : 'gauge'}>
      <span class="gauge-name">{name}</span>
      <span ref={bar} class="gauge-bar" aria-hidden="true" />
      <span class="gauge-figures">
        {t.policy.try.gauge(count(rounded(value)), count(limit))}
        {near && <span class="for-readers"> {t.policy.try.near}</span>}
      </span>
    </div>
  );
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
