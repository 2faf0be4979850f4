import { type PolicyDocument, type Preset, PRESETS } from '../domain/policy.js';
import { presetDocument } from '../moderation/policy/default.js';
import { PRESET_DEFINITIONS } from '../moderation/policy/presets.js';

export interface PolicyPreset {
  readonly name: Preset;
  /** Whom it is for. */
  readonly description: string;
  /** Every rule as the preset has it. */
  readonly document: PolicyDocument;
}

/** The ready-made policies, the mildest first. */
export function listPolicyPresets(): readonly PolicyPreset[] {
  return PRESETS.map((name) => ({
    name,
    description: PRESET_DEFINITIONS[name].description,
    document: presetDocument(name),
  }));
}
