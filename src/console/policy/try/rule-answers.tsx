import type { Explanation, Finding } from '../../../../openapi/types.js';
import { t } from '../../strings/strings.js';
import { count } from '../../strings/times.js';
import { memberName, ruleName } from '../names.js';
import { useFilters } from '../rules/use-filters.js';
import { Gauge } from './gauge.js';

type Answer = Explanation['rules'][number];

interface AnswersProps {
  readonly answers: readonly Answer[];
  readonly findings: readonly Finding[];
}

const SEVERITY = { approve: 0, hold: 1, reject: 2 };

/** What every rule said: those that found something first, then those that nearly did. */
export function RuleAnswers({ answers, findings }: AnswersProps) {
  const found = answers
    .filter(({ answer }) => answer !== 'clear')
    .sort((a, b) => SEVERITY[b.action ?? 'approve'] - SEVERITY[a.action ?? 'approve']);
  const near = answers.filter(
    ({ answer, gauges }) => answer === 'clear' && gauges.some((gauge) => gauge.near),
  );
  const rest = answers.filter((each) => !found.includes(each) && !near.includes(each));
  const microseconds = answers.reduce((sum, each) => sum + each.microseconds, 0);
  return (
    <div class="answers">
      {found.length === 0 && <p>{t.policy.try.nothingFound}</p>}
      <ul>
        {[...found, ...near].map((each) => (
          <Item key={each.rule} answer={each} findings={findings} />
        ))}
      </ul>
      <details>
        <summary>{t.policy.try.others(rest.length, count(microseconds))}</summary>
        <ul>
          {rest.map((each) => (
            <Item key={each.rule} answer={each} findings={findings} />
          ))}
        </ul>
      </details>
    </div>
  );
}

function Item({
  answer: { rule, answer, action, observe, gauges, microseconds },
  findings,
}: {
  readonly answer: Answer;
  readonly findings: readonly Finding[];
}) {
  const [, put] = useFilters();
  const own = findings.filter((finding) => finding.rule === rule);
  const terms = [...new Set(own.flatMap((finding) => finding.terms))];
  return (
    <li class={`rule-answer answer-${answer}`}>
      <p class="answer-head">
        <button
          type="button"
          class="link"
          onClick={() => put({ rule, find: '', show: 'all' })}
        >
          {ruleName(rule)}
        </button>
        {observe && <span class="badge">{t.policy.observe}</span>}
        {answer === 'unknown' && <span class="badge">{t.policy.try.unknown}</span>}
        {action !== null && (
          <span class={`badge action-${action}`}>{t.policy.actions[action]}</span>
        )}
        <span class="answer-time quiet small">{t.policy.try.microseconds(count(microseconds))}</span>
      </p>
      {own.map(({ reason, message }) => (
        <p key={reason + message} class="small quiet" lang="en">
          {message}
        </p>
      ))}
      {terms.length > 0 && (
        <p class="answer-terms small">
          {terms.map((term) => (
            <bdi key={term}>{term}</bdi>
          ))}
        </p>
      )}
      {gauges.map((gauge) => (
        <Gauge key={gauge.setting} {...gauge} name={gaugeName(gauge.setting)} />
      ))}
    </li>
  );
}

const gaugeName = (setting: string): string => setting.split('.').map(memberName).join(' › ');
