import type { ComponentChildren } from 'preact';
import './facts.css';

interface FactsProps {
  /** A name and what there is to say of it; null leaves the name out. */
  readonly facts: readonly (readonly [name: string, value: ComponentChildren] | null)[];
}

/** Names and what is said of each, side by side. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl class="facts">
      {facts.map(
        (fact) =>
          fact !== null && (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
