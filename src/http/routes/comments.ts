import { Type } from '@sinclair/typebox';

import { REASON_CODES } from '../../domain/reasons.js';
import { STANDARDS } from '../../domain/standard.js';
import { STATUSES } from '../../domain/status.js';
import {
  EXTERNAL_ID_LENGTH_MAX,
  LOCALE_LENGTH_MAX,
  SEARCH_LENGTH_MAX,
  SECTION_LENGTH_MAX,
} from '../../limits.js';
import { editComment } from '../../operations/edit-comment.js';
import { getComment } from '../../operations/get-comment.js';
import { listComments } from '../../operations/list-comments.js';
import { submitComment } from '../../operations/submit-comment.js';
import { withdrawComment } from '../../operations/withdraw-comment.js';
import { callerOf } from '../auth.js';
import { idempotencyHeaders, idempotentRequest } from '../idempotency.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import {
  CommentFileSchema,
  CommentPageSchema,
  CommentSchema,
  JudgedCommentSchema,
} from '../schemas/comment.js';
import { idParams, pageQuery, timeParameter } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import { EditSchema, SubmissionSchema } from '../schemas/submission.js';
import {
  commentFileView,
  commentView,
  listedCommentView,
  verdictView,
} from '../views/comment-view.js';
import { submissionOf } from '../views/submission-of.js';

const tags = ['Comments'];
const anyId = idParams('Our id of the comment, or yours.');
const filterText = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description }));
const filterId = (description: string) => filterText(EXTERNAL_ID_LENGTH_MAX, description);

const listQuery = Type.Object({
  status: Type.Optional(oneOf(STATUSES)),
  thread: filterId('Our id of a thread, or yours.'),
  author: filterId('Our id of an author, or yours.'),
  section: filterText(SECTION_LENGTH_MAX, 'The part of the publication, of the thread.'),
  language: filterText(LOCALE_LENGTH_MAX, 'By the locale: `en` is also `en-GB`.'),
  standard: Type.Optional(oneOf(STANDARDS)),
  reason: Type.Optional(oneOf(REASON_CODES)),
  created_from: Type.Optional(timeParameter('Not before this time.')),
  created_to: Type.Optional(timeParameter('Before this time.')),
  text: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: SEARCH_LENGTH_MAX,
      description:
        'Only comments with all of these words in their text, whatever case and accents; in ' +
        'quotation marks, or with signs between them, words that stand together; with a star ' +
        'behind it, words that begin so (three letters or more).',
    }),
  ),
  ...pageQuery,
});

const submitCommentRoute: Routes = (app, deps) => {
  app.post(
    '/v1/comments',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'submitComment',
        summary: 'Submit a comment',
        description:
          'Judges and stores a comment. A rejected comment is an answer, not an error. Sending an ' +
          '`external_id` again returns the comment that exists, with status 200.',
        tags,
        headers: idempotencyHeaders,
        body: reference(SubmissionSchema),
        response: {
          200: reference(JudgedCommentSchema),
          201: reference(JudgedCommentSchema),
          ...problems(
            'invalid_request',
            'invalid_date',
            'invalid_idempotency_key',
            'parent_not_found',
            'parent_in_other_thread',
            'unknown_policy_version',
            'idempotency_key_reused',
            'request_in_progress',
            'payload_too_large',
          ),
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const submitted = await submitComment(deps, {
        caller,
        submission: submissionOf(request.body),
        idempotency: idempotentRequest(request),
      });
      return reply.code(submitted.created ? 201 : 200).send({
        comment: commentView(submitted, caller),
        verdict: verdictView(submitted.verdict, caller),
      });
    },
  );
};

const listCommentsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/comments',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listComments',
        summary: 'List and search comments',
        description: 'Newest first. All filters that are given must hold.',
        tags,
        querystring: listQuery,
        response: {
          200: reference(CommentPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { cursor, limit, ...query } = request.query;
      const page = pageOfIds({ cursor, limit }, 'cmt');
      const { data, next_cursor } = await listComments(deps, { caller, query, page });
      return { data: data.map((listed) => listedCommentView(listed, caller)), next_cursor };
    },
  );
};

const getCommentRoute: Routes = (app, deps) => {
  app.get(
    '/v1/comments/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getComment',
        summary: 'Read one comment with its whole record',
        tags,
        params: anyId,
        response: { 200: reference(CommentFileSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return commentFileView(await getComment(deps, { caller, ...request.params }), caller);
    },
  );
};

const editCommentRoute: Routes = (app, deps) => {
  app.patch(
    '/v1/comments/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'editComment',
        summary: 'The author edited a comment',
        description:
          'The new text is judged again. The earlier text is kept as a revision. The text that the ' +
          'comment has already changes nothing: the answer is the comment as it stands, with the ' +
          'verdict that its text was given, so a request may be repeated and undoes no decision.',
        tags,
        params: anyId,
        body: reference(EditSchema),
        response: {
          200: reference(JudgedCommentSchema),
          ...problems('invalid_request', 'not_found', 'comment_deleted', 'author_erased'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const edited = await editComment(deps, { caller, ...request.params, ...request.body });
      return { comment: commentView(edited, caller), verdict: verdictView(edited.verdict, caller) };
    },
  );
};

const withdrawCommentRoute: Routes = (app, deps) => {
  app.delete(
    '/v1/comments/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'withdrawComment',
        summary: 'The author withdrew a comment',
        description: 'Readers no longer see it. The record keeps it.',
        tags,
        params: anyId,
        response: { 200: reference(CommentSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return commentView(await withdrawComment(deps, { caller, ...request.params }), caller);
    },
  );
};

export const commentRoutes: Routes = (app, deps) => {
  submitCommentRoute(app, deps);
  listCommentsRoute(app, deps);
  getCommentRoute(app, deps);
  editCommentRoute(app, deps);
  withdrawCommentRoute(app, deps);
};
