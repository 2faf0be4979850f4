import { findLinks } from '../text/links.js';
import type { ReadText } from './read-text.js';
import { remembered } from './remembered.js';

/** The links of a text, found once for all rules that ask. */
export const linksOf = remembered((text: ReadText) => findLinks(text.source));
