import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';

import type { Preview } from '../../../../openapi/types.js';
import { answerOf, api } from '../../api/client.js';
import { MarkedText } from '../../parts/marked-text.js';
import { Problem } from '../../parts/problem.js';
import { useSettled } from '../../parts/use-settled.js';
import { t } from '../../strings/strings.js';
import { canonical } from '../document/members.js';
import { sent } from '../document/sent.js';
import { usePolicyDesk } from '../policy-context.js';
import { RuleAnswers } from './rule-answers.js';
import './try.css';
import { type Tried, TryForm } from './try-form.js';

const SETTLING_MILLISECONDS = 300;
const NOTHING: Tried = { body: '', name: '', section: '' };

/** A text, and what every rule of the draft says of it, as it is typed. */
export function TryText() {
  const [tried, setTried] = useState<Tried>(NOTHING);
  const { preview, inForce } = useTried(useSettled(tried, SETTLING_MILLISECONDS));
  return (
    <div class="try">
      <TryForm tried={tried} onChange={setTried} />
      <div aria-live="polite">
        {preview.error !== null && <Problem error={preview.error} />}
        {tried.body.trim() === '' && <p class="quiet small">{t.policy.try.told}</p>}
        {preview.data !== undefined && tried.body.trim() !== '' && (
          <Told preview={preview.data} inForce={inForce} body={tried.body} />
        )}
      </div>
    </div>
  );
}

/** By the draft where there is one that can be used, and by what is in force. */
function useTried(tried: Tried) {
  const { draft, written, faults, mayChange } = usePolicyDesk();
  const byDraft = draft !== null && mayChange && faults.all.length === 0;
  const document = useSettled(written, SETTLING_MILLISECONDS);
  const key = useMemo(() => canonical(document), [document]);
  const comment = commentOf(tried);
  const asks = tried.body.trim() !== '';
  const common = { enabled: asks, staleTime: 30_000, placeholderData: keepPreviousData };
  const preview = useQuery({
    ...common,
    enabled: asks && byDraft,
    queryKey: ['policy', 'preview', key, tried],
    gcTime: 60_000,
    queryFn: async () =>
      answerOf(api.POST('/v1/policy/preview', { body: { draft: sent(document), comment } })),
  });
  const inForce = useQuery({
    ...common,
    queryKey: ['policy', 'preview', 'in force', tried],
    queryFn: async () => answerOf(api.POST('/v1/preview', { body: comment })),
  });
  if (!byDraft) return { preview: inForce, inForce: null };
  return { preview, inForce: inForce.data ?? null };
}

function commentOf({ body, name, section }: Tried) {
  return {
    thread: { external_id: 'console-try', ...(section !== '' && { section }) },
    author: { external_id: 'console-try', name: name.trim() === '' ? 'Robin' : name },
    body,
  };
}

interface ToldProps {
  readonly preview: Preview;
  /** What is in force says; null where that is what `preview` is. */
  readonly inForce: Preview | null;
  readonly body: string;
}

function Told({ preview, inForce, body }: ToldProps) {
  const { verdict, explanation } = preview;
  return (
    <>
      <p class="try-verdict">
        <span class={`badge try-action action-${verdict.action}`}>
          {t.policy.actions[verdict.action]}
        </span>
        {inForce !== null && inForce.verdict.action !== verdict.action && (
          <span class="quiet small">
            {t.policy.try.inForce(t.policy.actions[inForce.verdict.action])}
          </span>
        )}
      </p>
      <div class="try-text">
        <MarkedText text={body} findings={verdict.findings} />
      </div>
      {explanation !== undefined && explanation.shadow !== body.toLowerCase() && (
        <p class="small">
          <span class="quiet">{t.policy.try.read}</span> <bdi class="try-shadow">{explanation.shadow}</bdi>
        </p>
      )}
      {explanation !== undefined && (
        <RuleAnswers answers={explanation.rules} findings={verdict.findings} />
      )}
    </>
  );
}
