import type { Finding } from '../../../openapi/types.js';
import type { Standard } from './acts.js';

const REMEMBERED = 'gatepost.reasons';
const REMEMBERED_MAX = 4;

/** What this moderator told authors last, newest first; kept in this browser. */
export function rememberedReasons(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberReason(reason: string): void {
  const others = rememberedReasons().filter((each) => each !== reason);
  const kept = [reason, ...others].slice(0, REMEMBERED_MAX);
  localStorage.setItem(REMEMBERED, JSON.stringify(kept));
}

/** The standard of the severest finding, which a rejection most likely enforces. */
export function likelyStandard(findings: readonly Finding[]): Standard | null {
  const told = findings.filter(({ action, outcome }) => action !== 'approve' && outcome === 'match');
  return (told.find(({ action }) => action === 'reject') ?? told[0])?.standard ?? null;
}
