import { Type } from '@sinclair/typebox';

import { NOTICE_STATUSES } from '../../domain/notice.js';
import { decideNotice } from '../../operations/decide-notice.js';
import { fileNotice } from '../../operations/file-notice.js';
import { getNotice } from '../../operations/get-notice.js';
import { listNotices } from '../../operations/list-notices.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import { externalId, idParams, pageQuery } from '../schemas/fields.js';
import {
  DecideNoticeSchema,
  NewNoticeSchema,
  NoticePageSchema,
  NoticeSchema,
} from '../schemas/notice.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import { withCurrentView } from '../views/conflict-view.js';
import { noticeView } from '../views/notice-view.js';
import { orNull } from '../views/submission-of.js';

const tags = ['Notices'];
const params = idParams('The id of the notice.');

const fileNoticeRoute: Routes = (app, deps) => {
  app.post(
    '/v1/comments/:id/notices',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'fileNotice',
        summary: 'Somebody alleges that a comment is illegal',
        description:
          'A notice as Article 16 of the Digital Services Act has it: who, where, why, in good ' +
          'faith. `receipt` confirms that it came in. A person answers it; nothing happens to the ' +
          'comment before. Sending it again while it is open returns it with status 200.',
        tags,
        params: idParams('Our id of the comment, or yours.'),
        body: reference(NewNoticeSchema),
        response: {
          200: reference(NoticeSchema),
          201: reference(NoticeSchema),
          ...problems('invalid_request', 'not_found', 'comment_deleted', 'too_many_notices'),
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { notifier, explanation, may_be_unnamed, trusted_flagger, ...said } = request.body;
      const { notice, created } = await fileNotice(deps, {
        caller,
        ...request.params,
        notifier_name: orNull(notifier.name),
        notifier_email: orNull(notifier.email),
        notifier_external_id: orNull(notifier.external_id),
        url: orNull(said.url),
        explanation,
        law: orNull(said.law),
        may_be_unnamed: may_be_unnamed ?? false,
        trusted_flagger: trusted_flagger ?? false,
      });
      return reply.code(created ? 201 : 200).send(noticeView(notice, caller));
    },
  );
};

const reads: Routes = (app, deps) => {
  app.get(
    '/v1/notices',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listNotices',
        summary: 'List notices of illegal content',
        description: 'Newest first.',
        tags,
        querystring: Type.Object({
          status: Type.Optional(oneOf(NOTICE_STATUSES)),
          comment: Type.Optional(externalId('Our id of the comment, or yours.')),
          ...pageQuery,
        }),
        response: {
          200: reference(NoticePageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const { status = null, comment = null, ...rest } = request.query;
      const caller = callerOf(request);
      const page = pageOfIds(rest, 'ntc');
      const { data, next_cursor } = await listNotices(deps, { caller, status, comment, page });
      return { data: data.map((notice) => noticeView(notice, caller)), next_cursor };
    },
  );

  app.get(
    '/v1/notices/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getNotice',
        summary: 'Get a notice',
        description: 'With the answer for its notifier, once there is one.',
        tags,
        params,
        response: { 200: reference(NoticeSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return noticeView(await getNotice(deps, { caller, ...request.params }), caller);
    },
  );
};

const decideNoticeRoute: Routes = (app, deps) => {
  app.post(
    '/v1/notices/:id/decide',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'decideNotice',
        summary: 'Answer a notice',
        description:
          'Decides about the comment as well. Of two moderators the first wins; the other gets 409.',
        tags,
        params,
        body: reference(DecideNoticeSchema),
        response: {
          200: reference(NoticeSchema),
          ...problems(
            'invalid_request',
            'not_found',
            'version_conflict',
            'notice_decided',
            'ground_missing',
            'text_erased',
          ),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { legal_ground = null, standard = null, ...said } = request.body;
      const notice = await decideNotice(deps, {
        caller,
        ...request.params,
        ...said,
        legal_ground,
        standard,
      }).catch((error: unknown) => {
        throw withCurrentView(error, caller);
      });
      return noticeView(notice, caller);
    },
  );
};

export const noticeRoutes: Routes = (app, deps) => {
  fileNoticeRoute(app, deps);
  reads(app, deps);
  decideNoticeRoute(app, deps);
};
