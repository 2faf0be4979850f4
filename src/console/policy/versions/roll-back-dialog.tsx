import { useQuery } from '@tanstack/preact-query';

import { answerOf, api } from '../../api/client.js';
import { Dialog } from '../../parts/dialog.js';
import { Loading } from '../../parts/loading.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../strings/strings.js';
import { ChangeList } from '../changes/change-list.js';
import { differences } from '../document/differences.js';
import { usePolicyDesk } from '../policy-context.js';
import { isOvertaken, usePutPolicy } from '../save/use-put-policy.js';
import { documentOf } from '../use-policy.js';

interface RollBackProps {
  readonly version: number;
  readonly onClose: () => void;
}

/** Puts what an old version said in force anew, after a look at what that changes. */
export function RollBackDialog({ version, onClose }: RollBackProps) {
  const { inForce, inForceDocument } = usePolicyDesk();
  const put = usePutPolicy();
  const { data, error } = useQuery({
    queryKey: ['policy', 'version', version],
    staleTime: Infinity,
    queryFn: async () =>
      answerOf(api.GET('/v1/policy/versions/{version}', { params: { path: { version } } })),
  });
  const document = data === undefined ? null : documentOf(data);
  return (
    <Dialog heading={t.policy.versions.backTo(version)} onClose={onClose} wide>
      <p class="quiet">{t.policy.versions.backTold(inForce.version + 1)}</p>
      {document === null ? (
        error === null && <Loading />
      ) : (
        <ChangeList changes={differences(inForceDocument, document)} />
      )}
      {error !== null && <Problem error={error} />}
      {put.error !== null && !isOvertaken(put.error) && <Problem error={put.error} />}
      {put.error !== null && isOvertaken(put.error) && (
        <p class="notice" role="alert">
          {t.policy.versions.overtaken(inForce.version)}
        </p>
      )}
      <div class="buttons dialog-buttons">
        <button
          type="button"
          class="button button-first"
          disabled={document === null || put.isPending}
          onClick={() =>
            document !== null &&
            put.mutate({ document, version: inForce.version }, { onSuccess: onClose })
          }
        >
          {t.policy.save.put(inForce.version + 1)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}
