/** One instruction of a Dockerfile, with continued lines joined and comments left out. */
export interface Instruction {
  readonly keyword: string;
  readonly argument: string;
}

/** One stage: its name (its number where it has none), its base and what follows. */
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

export interface Copy {
  /** The stage that is copied from; null for the build context. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** The stages of a Dockerfile, in order; the last is what runs. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const { keyword, argument } of instructionsOf(text)) {
    if (keyword === 'FROM') {
      const [base = '', , name] = argument.split(/\s+/);
      stages.push({ name: name ?? String(stages.length), base, instructions: [] });
    } else {
      stages.at(-1)?.instructions.push({ keyword, argument });
    }
  }
  return stages;
}

function instructionsOf(text: string): Instruction[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, keyword = '', argument = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return { keyword: keyword.toUpperCase(), argument };
    });
}

/** The arguments of every instruction with this keyword. */
export function argumentsOf(stage: Stage, keyword: string): string[] {
  return stage.instructions
    .filter((each) => each.keyword === keyword)
    .map((each) => each.argument);
}

export function copiesOf(stage: Stage): Copy[] {
  return argumentsOf(stage, 'COPY').map((argument) => {
    const words = argument.split(/\s+/);
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null;
    const paths = words.filter((word) => !word.startsWith('--'));
    return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
  });
}

/** The commands that a stage runs, one by one. */
export function commandsOf(stage: Stage): string[] {
  return argumentsOf(stage, 'RUN').flatMap((argument) =>
    argument.split('&&').map((command) => command.trim().replace(/\s+/g, ' ')),
  );
}

/** The words of an instruction in exec form; null when a shell would run it. */
export function execForm(argument: string): string[] | null {
  try {
    const words: unknown = JSON.parse(argument);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : null;
  } catch {
    return null;
  }
}
