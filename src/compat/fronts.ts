import type { FrontName } from '../domain/front.js';
import { akismetFront } from './akismet/front.js';
import { coralFront } from './coral/front.js';
import type { Front } from './front.js';
import { openaiFront } from './openai/front.js';
import { perspectiveFront } from './perspective/front.js';

/** In the order in which /docs shows them. */
const FRONTS: readonly Front[] = [perspectiveFront, akismetFront, openaiFront, coralFront];

/** The fronts of these names. */
export function frontsNamed(names: readonly FrontName[]): readonly Front[] {
  return FRONTS.filter(({ name }) => names.includes(name));
}
