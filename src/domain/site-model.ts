/** A word, or two words in a row, with what moderators decided about texts that have it. */
export interface LearntTerm {
  /** Folded; two words have a space between them. */
  readonly term: string;
  /** What it adds to the logit of a rejection; below 0 where it speaks for an approval. */
  readonly weight: number;
  readonly rejected: number;
  /** Rejected and approved. */
  readonly decided: number;
}

/** How well probabilities told rejections from approvals. */
export interface Figures {
  /** Mean, in nats; lower is better. */
  readonly log_loss: number;
  /** Area under the ROC curve: 0.5 is chance, 1 is without fault. */
  readonly roc_auc: number;
}

/** What came of learning from earlier decisions and foretelling the later ones. */
export interface SiteTrial {
  /** Later decisions that were foretold. */
  readonly decisions: number;
  readonly rejected: number;
  /** The shipped model alone, fitted to how often this site rejects. */
  readonly shipped: Figures;
  readonly house: Figures;
  /** By how much the mean log loss was lower than that of the shipped model. */
  readonly gain: number;
  /** The same at the least, with a confidence of 95 %. */
  readonly gain_at_least: number;
  /** Later comments that it would have held, at the default threshold. */
  readonly held: number;
  /** Of these, those that moderators rejected. */
  readonly held_rejected: number;
}

/** What a version was learnt from, and how it was tested. */
export interface SiteModelRecord {
  /** Decisions that were read: moderators' last words on texts as they now are. */
  readonly read: number;
  /** Of these, those that taught something; others repeated, contradicted or crowded them. */
  readonly used: number;
  readonly approved: number;
  readonly rejected: number;
  readonly moderators: number;
  readonly authors: number;
  /** The newest decision that was read; null for none. */
  readonly last_decision_id: string | null;
  /** Null where there was too little to test. */
  readonly trial: SiteTrial | null;
  /** Comments that stand approved without a person, and how many of them it would have held. */
  readonly passing: { readonly read: number; readonly held: number };
}

/** Why a version may act, or may not. */
export const GROUNDS = [
  'better',
  'too_few_decisions',
  'too_few_of_a_kind',
  'nothing_learnt',
  'not_better',
  'holds_too_much',
] as const;

export type Ground = (typeof GROUNDS)[number];

/** One version of what a site's moderators taught. Never changed. */
export interface SiteModel {
  readonly version: number;
  readonly created_at: string;
  readonly created_by: string;
  /** The shipped model that it stands on; with another one it does not act. */
  readonly base_version: string;
  /** It may act where this is `better`. */
  readonly ground: Ground;
  readonly record: SiteModelRecord;
  /** Of the shipped model's logit, and what is added to it, to fit how often this site rejects. */
  readonly slope: number;
  readonly offset: number;
  /** Weightiest first, in either direction. */
  readonly terms: readonly LearntTerm[];
}

/** A version without its words. */
export type SiteModelHead = Omit<SiteModel, 'slope' | 'offset' | 'terms'>;

/** Which version an administrator wants in force. Choices are only ever added. */
export interface SiteModelChoice {
  readonly use: 'newest' | 'pinned' | 'off';
  /** Of `pinned`; null otherwise. */
  readonly version: number | null;
  /** This and who it was: null where nobody has chosen. */
  readonly created_at: string | null;
  readonly created_by: string | null;
}
