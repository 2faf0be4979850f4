/** Where progress is written: a terminal, or a file or pipe. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  readonly read: number;
  readonly total: number;
  readonly elapsed_seconds: number;
  /** What is counted; comments where nothing is said. */
  readonly unit?: string;
}

export interface ProgressLine {
  show(progress: Progress): void;
  /** Leaves the cursor on a line of its own. */
  end(): void;
}

const BAR_WIDTH = 30;
/** Of what is not a terminal: a line for each tenth of the work. */
const STEPS = 10;
const CLEAR_LINE = '\r\u001b[K';

/** Shows how far work is: on a terminal as a bar in one line, elsewhere as a few plain lines. */
export function progressLine(output: ProgressOutput): ProgressLine {
  if (output.isTTY === true) {
    return {
      show: (progress) => output.write(CLEAR_LINE + bar(progress)),
      end: () => output.write('\n'),
    };
  }
  let step = -1;
  return {
    show: (progress) => {
      const reached = Math.floor(shareOf(progress) * STEPS);
      if (reached === step) return;
      step = reached;
      output.write(`${plain(progress)}\n`);
    },
    end: () => undefined,
  };
}

const shareOf = ({ read, total }: Progress): number => (total === 0 ? 1 : read / total);

function plain(progress: Progress): string {
  const { read, total, elapsed_seconds, unit = 'comments' } = progress;
  const percent = Math.floor(shareOf(progress) * 100);
  return `${percent} %: ${grouped(read)} of ${grouped(total)} ${unit}, ${seconds(elapsed_seconds)}`;
}

function bar(progress: Progress): string {
  const { read, total, elapsed_seconds } = progress;
  const full = Math.round(shareOf(progress) * BAR_WIDTH);
  const left = read === 0 ? '' : `, ${seconds((elapsed_seconds * (total - read)) / read)} left`;
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}] ${plain(progress)}${left}`;
}

const seconds = (count: number): string => `${Math.round(count)} s`;

const grouped = (count: number): string => count.toLocaleString('en-US');
