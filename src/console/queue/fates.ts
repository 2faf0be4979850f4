import type { Claim, Comment } from '../../../openapi/types.js';
import type { DecidingAction } from '../acts/acts.js';
import type { Conflict } from '../acts/happened.js';

/** What became of a comment while it stood in the list. */
export type Fate =
  | { readonly kind: 'sending'; readonly action: DecidingAction }
  | {
      readonly kind: 'decided';
      readonly status: Comment['status'];
      /** The name of another moderator; null for what was decided here or by no person. */
      readonly by: string | null;
      readonly mine: boolean;
      readonly at: string;
      readonly decision_id: string | null;
    }
  | { readonly kind: 'edited' }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

/** What is newer than the list, by the comment’s id. */
export interface Overlay {
  readonly fates: ReadonlyMap<string, Fate>;
  readonly claims: ReadonlyMap<string, Claim | null>;
  /** Of what was decided and taken back here. */
  readonly versions: ReadonlyMap<string, number>;
  /** Decided, and one has moved on: no longer shown. */
  readonly gone: ReadonlySet<string>;
}

export const NO_OVERLAY: Overlay = {
  fates: new Map(),
  claims: new Map(),
  versions: new Map(),
  gone: new Set(),
};

export function withFate(overlay: Overlay, id: string, fate: Fate | null): Overlay {
  const fates = new Map(overlay.fates);
  if (fate === null) fates.delete(id);
  else fates.set(id, fate);
  if (fate?.kind !== 'conflict') return { ...overlay, fates };
  // There is something to look at, whatever had become of it before.
  const gone = new Set(overlay.gone);
  gone.delete(id);
  return { ...overlay, fates, gone };
}

export function withClaim(overlay: Overlay, id: string, claim: Claim | null): Overlay {
  return { ...overlay, claims: new Map(overlay.claims).set(id, claim) };
}

/** Once one moves on from where one was, what is decided leaves the list. */
export function movedOn(overlay: Overlay, at: string | null): Overlay {
  const over = [...overlay.fates].filter(
    ([id, fate]) => id !== at && fate.kind === 'decided' && !overlay.gone.has(id),
  );
  if (over.length === 0) return overlay;
  return { ...overlay, gone: new Set([...overlay.gone, ...over.map(([id]) => id)]) };
}

/** A decision was taken back: the comment waits again where it waited. */
export function restored(overlay: Overlay, id: string, version: number): Overlay {
  const gone = new Set(overlay.gone);
  gone.delete(id);
  const versions = new Map(overlay.versions).set(id, version);
  return { ...withFate(overlay, id, null), gone, versions };
}
