import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useId, useMemo, useState } from 'preact/hooks';

import type { TermTrial } from '../../../../openapi/types.js';
import { answerOf, api, Refusal } from '../../api/client.js';
import { MarkedPlaces } from '../../parts/marked-places.js';
import { Problem } from '../../parts/problem.js';
import { useSettled } from '../../parts/use-settled.js';
import { t } from '../../strings/strings.js';
import { entryOf, type Term } from './term-entry.js';
import { ApprovedHits, Spellings } from './term-findings.js';

const SETTLING_MILLISECONDS = 350;
const TEXTS_MAX = 50;

interface TesterProps {
  readonly tried: Term;
  readonly onTry: (term: Term) => void;
}

/** What a term would find: disguises of itself, texts of one's own, comments that were approved. */
export function TermTester({ tried, onTry }: TesterProps) {
  const id = useId();
  const [texts, setTexts] = useState('');
  const { data, error } = useTrial(tried, texts);
  return (
    <aside class="terms-tester" aria-label={t.policy.terms.tester}>
      <h2>{t.policy.terms.tester}</h2>
      <label class="field" for={id}>
        {t.policy.terms.term}
      </label>
      <input
        id={id}
        spellcheck={false}
        maxLength={200}
        placeholder="casino"
        value={tried.term}
        onInput={({ currentTarget }) => onTry({ ...tried, term: currentTarget.value })}
      />
      <label class="check small">
        <input
          type="checkbox"
          checked={tried.kind === 'regex'}
          onChange={({ currentTarget }) =>
            onTry({ ...tried, kind: currentTarget.checked ? 'regex' : 'text' })
          }
        />
        {t.policy.terms.kinds.regex}
      </label>
      <label class="field">
        {t.policy.terms.texts}
        <textarea
          rows={2}
          placeholder={t.policy.terms.textsExample}
          value={texts}
          onInput={({ currentTarget }) => setTexts(currentTarget.value)}
        />
      </label>
      <div aria-live="polite">
        <Found trial={data} error={error} term={tried.term} />
      </div>
    </aside>
  );
}

function useTrial(tried: Term, lines: string) {
  const term = useSettled(tried, SETTLING_MILLISECONDS);
  const text = useSettled(lines, SETTLING_MILLISECONDS);
  const texts = useMemo(
    () =>
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(0, TEXTS_MAX),
    [text],
  );
  const asked = entryOf({ ...term, term: term.term.trim() });
  return useQuery({
    queryKey: ['policy', 'try term', asked, texts],
    enabled: term.term.trim() !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      answerOf(api.POST('/v1/policy/terms/try', { body: { term: asked as string, texts } })),
  });
}

interface FoundProps {
  readonly trial: TermTrial | undefined;
  readonly error: Error | null;
  readonly term: string;
}

function Found({ trial, error, term }: FoundProps) {
  if (term.trim() === '') return <p class="quiet small">{t.policy.terms.testerTold}</p>;
  const errors = error instanceof Refusal ? error.problem?.errors : undefined;
  if (errors !== undefined) {
    return (
      <>
        {errors.map(({ detail }) => (
          <p key={detail} class="setting-fault" lang="en">
            {detail}
          </p>
        ))}
      </>
    );
  }
  if (error !== null) return <Problem error={error} />;
  if (trial === undefined) return null;
  return (
    <>
      {trial.texts.length > 0 && (
        <ul class="trial-texts">
          {trial.texts.map(({ text, answer, spans }, index) => (
            <li key={index}>
              <span class={`badge ${answer === 'match' ? 'action-reject' : ''}`}>
                {t.policy.terms.answers[answer]}
              </span>
              <MarkedPlaces text={text} places={spans} />
            </li>
          ))}
        </ul>
      )}
      <Spellings spellings={trial.spellings} />
      <ApprovedHits approved={trial.approved} />
    </>
  );
}
