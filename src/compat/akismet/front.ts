import type { Front } from '../front.js';
import { accountRoutes, usageRoutes } from './account-routes.js';
import { commentRoutes } from './comment-routes.js';
import { refuseAsAkismet } from './errors.js';
import { readForms, TAG } from './post.js';

/** Akismet's REST API, versions 1.1 and 1.2 (Automattic/akismet-sdk-php, spec.yml). */
export const akismetFront: Front = {
  name: 'akismet',
  tag: {
    name: TAG,
    description: 'For clients of Akismet: comments are stored and decided as all others are.',
  },
  securitySchemes: {
    akismet: {
      type: 'apiKey',
      name: 'api_key',
      in: 'query',
      description:
        'A key of `POST /v1/keys/akismet`. Clients send it in the form as `api_key` or `key`, in the ' +
        'query, before the host (`KEY.host`), or as the Basic user.',
    },
  },
  scopes: [
    {
      prefix: '/1.1',
      routes: (app, deps) => {
        readForms(app);
        commentRoutes(app, deps);
        accountRoutes(app, deps);
      },
    },
    { prefix: '/1.2', routes: usageRoutes },
  ],
  browsers: false,
  refuse: refuseAsAkismet,
};
