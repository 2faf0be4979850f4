import { Link } from 'wouter-preact';

import type { Decision } from '../../../openapi/types.js';
import { StandardBadge, StatusBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import './history.css';

interface HistoryProps {
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** Takes back the decision that stands; without it nothing can be taken back here. */
  readonly onUndo?: (decision: Decision) => void;
}

/** Every decision about a comment, newest first: who, what, why and when. */
export function History({ decisions, onUndo }: HistoryProps) {
  const standing = decisions.at(-1);
  return (
    <ol class="history">
      {decisions.toReversed().map((decision) => (
        <Entry
          key={decision.id}
          decision={decision}
          onUndo={decision === standing && canUndo(decision) ? onUndo : undefined}
        />
      ))}
    </ol>
  );
}

/** The engine’s own is decided otherwise, and what its author withdrew stays withdrawn. */
export function canUndo({ actor, supersedes, action }: Decision): boolean {
  return actor.kind !== 'system' && supersedes !== null && action !== 'delete';
}

interface EntryProps {
  readonly decision: Decision;
  readonly onUndo: ((decision: Decision) => void) | undefined;
}

function Entry({ decision, onUndo }: EntryProps) {
  const { status, shadow, reason, note, standard, legal_ground, restores, created_at } = decision;
  return (
    <li class="history-entry">
      <p class="history-line">
        <StatusBadge status={status} shadow={shadow} />
        <span>
          <Actor decision={decision} /> · <Ago time={created_at} />
        </span>
        {standard !== null && <StandardBadge standard={standard} />}
        {restores !== null && <span class="quiet">{t.history.takenBack}</span>}
        {onUndo !== undefined && (
          <button type="button" class="link-button" onClick={() => onUndo(decision)}>
            {t.history.undo}
          </button>
        )}
      </p>
      {reason !== null && <Told name={t.history.reason} text={reason} />}
      {legal_ground !== null && <Told name={t.history.law} text={legal_ground} />}
      {note && <Told name={t.history.note} text={note} />}
      {decision.actor.kind === 'system' && <Rules decision={decision} />}
    </li>
  );
}

function Actor({ decision: { actor } }: { readonly decision: Decision }) {
  if (actor.kind === 'moderator') return <bdi class="history-actor">{actor.name}</bdi>;
  return <span class="history-actor">{t.history.actor[actor.kind]}</span>;
}

function Rules({ decision: { findings, policy_version } }: { readonly decision: Decision }) {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return (
    <p class="history-rules quiet">
      {t.history.policy(policy_version)}
      {rules.map((rule) => (
        <Link key={rule} href={`/policy?rule=${rule}`}>
          {rule}
        </Link>
      ))}
    </p>
  );
}

function Told({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div class="history-told">
      <span class="quiet">{name}</span> <MarkedText text={text} />
    </div>
  );
}
