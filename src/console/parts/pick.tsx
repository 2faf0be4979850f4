import './pick.css';

interface PickProps<Value extends string> {
  /** What is picked, for those who do not see it. */
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, told: string])[];
  readonly onPick: (value: Value) => void;
}

/** One of a few, all of them seen. */
export function Pick<Value extends string>({ name, value, options, onPick }: PickProps<Value>) {
  return (
    <div class="pick" role="group" aria-label={name}>
      {options.map(([each, told]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          onClick={() => onPick(each)}
        >
          {told}
        </button>
      ))}
    </div>
  );
}
