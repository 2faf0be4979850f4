import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';

import type { SiteModelChoice, SiteModelState } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useMay } from '../api/use-session.js';
import { Loading } from '../parts/loading.js';
import { Moment } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { Trial } from './trial.js';

const SITE_MODEL = ['models', 'site'];

/** What this site’s moderators taught, version by version, and whether it acts. */
export function SiteModel() {
  const { data, error } = useQuery({
    queryKey: SITE_MODEL,
    queryFn: async () => answerOf(api.GET('/v1/models/site')),
  });
  return (
    <>
      <h2 class="model-heading">{t.model.site}</h2>
      {error !== null && <Problem error={error} />}
      {data === undefined ? error === null && <Loading /> : <State state={data} />}
    </>
  );
}

function State({ state }: { readonly state: SiteModelState }) {
  const { use, acting_version, model, versions } = state;
  return (
    <div class="card">
      <p>
        {t.model.use[use]}{' '}
        {acting_version === null ? t.model.notActing : t.model.acting(acting_version)}
      </p>
      <Choices state={state} />
      {model === null ? <p class="quiet">{t.model.noVersions}</p> : <Trial model={model} />}
      {versions.length > 0 && <Versions state={state} />}
    </div>
  );
}

function useChoice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (version: SiteModelChoice['version']) =>
      answerOf(api.PUT('/v1/models/site', { body: { version } })),
    onSuccess: () => tell({ text: t.model.chosen }),
    onSettled: () => void queries.invalidateQueries({ queryKey: SITE_MODEL }),
  });
}

function Choices({ state: { use } }: { readonly state: SiteModelState }) {
  const admin = useMay('admin');
  const choosing = useChoice();
  const queries = useQueryClient();
  const learning = useMutation({
    mutationFn: async () => answerOf(api.POST('/v1/models/site/train')),
    onSuccess: ({ version }) => tell({ text: t.model.learnt(version) }),
    onSettled: () => void queries.invalidateQueries({ queryKey: SITE_MODEL }),
  });
  if (!admin) return null;
  const error = choosing.error ?? learning.error;
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          disabled={learning.isPending}
          onClick={() => learning.mutate()}
        >
          {learning.isPending ? t.model.learning : t.model.learn}
        </button>
        {use !== 'newest' && (
          <button type="button" class="button" onClick={() => choosing.mutate('newest')}>
            {t.model.follow}
          </button>
        )}
        {use !== 'off' && (
          <button type="button" class="button" onClick={() => choosing.mutate(null)}>
            {t.model.off}
          </button>
        )}
      </div>
      {error !== null && <Problem error={error} />}
    </>
  );
}

function Versions({ state }: { readonly state: SiteModelState }) {
  const admin = useMay('admin');
  const choosing = useChoice();
  return (
    <>
      <h3>{t.model.versions}</h3>
      <div class="model-versions">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.model.version}</th>
              <th scope="col">{t.model.made}</th>
              <th scope="col" class="number">
                {t.model.read}
              </th>
              <th scope="col" class="number">
                {t.model.used}
              </th>
              <th scope="col">{t.model.trial}</th>
              {admin && <td />}
            </tr>
          </thead>
          <tbody>
            {state.versions.map(({ version, created_at, record, ground }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td>
                  <Moment time={created_at} />
                </td>
                <td class="number">{count(record.read)}</td>
                <td class="number">{count(record.used)}</td>
                <td>{t.model.ground[ground]}</td>
                {admin && (
                  <td>
                    {state.pinned_version !== version && (
                      <button
                        type="button"
                        class="button"
                        onClick={() => choosing.mutate(version)}
                      >
                        {t.model.pin}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {choosing.error !== null && <Problem error={choosing.error} />}
    </>
  );
}
