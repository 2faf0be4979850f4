import { t } from '../strings/strings.js';
import { Problem, type ProblemProps } from './problem.js';

/** In place of a page that cannot be shown. */
export function PageProblem(props: ProblemProps) {
  return (
    <section class="page">
      <h1>{t.problems.heading}</h1>
      <Problem {...props} />
    </section>
  );
}
