import { screen } from './parts/screen.js';

/** The table of contents of the console: an address for each screen. */
export const SCREENS = [
  { path: '/queue', Screen: screen(() => import('./queue/queue-screen.js')) },
  { path: '/search', Screen: screen(() => import('./search/search-screen.js')) },
  { path: '/comments/:id', Screen: screen(() => import('./comment/comment-screen.js')) },
  { path: '/authors/:id', Screen: screen(() => import('./author/author-screen.js')) },
  { path: '/threads/:id', Screen: screen(() => import('./thread/thread-screen.js')) },
  { path: '/appeals/:id?', Screen: screen(() => import('./appeals/appeals-screen.js')) },
  { path: '/notices/:id?', Screen: screen(() => import('./notices/notices-screen.js')) },
  { path: '/blocks/:id?', Screen: screen(() => import('./blocks/blocks-screen.js')) },
  { path: '/policy/*?', Screen: screen(() => import('./policy/policy-screen.js')) },
  { path: '/statistics', Screen: screen(() => import('./statistics/statistics-screen.js')) },
  { path: '/model', Screen: screen(() => import('./model/model-screen.js')) },
  { path: '/audit', Screen: screen(() => import('./record/record-screen.js')) },
  { path: '/keys', Screen: screen(() => import('./keys/keys-screen.js')) },
  { path: '/webhooks', Screen: screen(() => import('./webhooks/webhooks-screen.js')) },
  { path: '/webhooks/:id', Screen: screen(() => import('./webhooks/webhook-screen.js')) },
] as const;
