import type { SiteModel } from '../../../openapi/types.js';
import { Facts } from '../parts/facts.js';
import { t } from '../strings/strings.js';
import { count, fine } from '../strings/times.js';

/** What a version was learnt from, and how it did on what it had not seen. */
export function Trial({ model: { record, ground } }: { readonly model: SiteModel }) {
  const { read, used, moderators, trial } = record;
  return (
    <>
      <Facts
        facts={[
          [t.model.read, count(read)],
          [t.model.used, count(used)],
          [t.model.people, count(moderators)],
          [t.model.trial, t.model.ground[ground]],
        ]}
      />
      {trial === null ? <p class="quiet">{t.model.noTrial}</p> : <Foretold trial={trial} />}
    </>
  );
}

function Foretold({ trial }: { readonly trial: NonNullable<SiteModel['record']['trial']> }) {
  return (
    <>
      <p class="quiet small">{t.model.trialTold}</p>
      <Facts
        facts={[
          [t.model.foretold, count(trial.decisions)],
          [t.model.lossShipped, fine(trial.shipped.log_loss)],
          [t.model.lossHouse, fine(trial.house.log_loss)],
          [t.model.gainAtLeast, fine(trial.gain_at_least)],
          [t.model.held, count(trial.held)],
          [t.model.heldRejected, count(trial.held_rejected)],
        ]}
      />
    </>
  );
}
