import type { Session } from '../../../openapi/types.js';
import type { Strings } from '../strings/strings.js';

/** A screen with a place of its own in the navigation. */
export interface Place {
  /** In the strings, under `nav`. */
  readonly name: Exclude<keyof Strings['nav'], 'name' | Section['name']>;
  readonly path: string;
  /** What a key needs to have a use for it. */
  readonly scope: Session['scopes'][number];
}

export interface Section {
  readonly name: 'work' | 'rules' | 'house';
  readonly places: readonly Place[];
}

export const SECTIONS: readonly Section[] = [
  {
    name: 'work',
    places: [
      { name: 'queue', path: '/queue', scope: 'moderate' },
      { name: 'search', path: '/search', scope: 'moderate' },
      { name: 'appeals', path: '/appeals', scope: 'moderate' },
      { name: 'notices', path: '/notices', scope: 'moderate' },
      { name: 'blocks', path: '/blocks', scope: 'moderate' },
    ],
  },
  {
    name: 'rules',
    places: [
      { name: 'policy', path: '/policy', scope: 'moderate' },
      { name: 'statistics', path: '/statistics', scope: 'moderate' },
      { name: 'model', path: '/model', scope: 'moderate' },
    ],
  },
  {
    name: 'house',
    places: [
      { name: 'audit', path: '/audit', scope: 'moderate' },
      { name: 'keys', path: '/keys', scope: 'admin' },
      { name: 'webhooks', path: '/webhooks', scope: 'admin' },
    ],
  },
];
