import type {
  AppealRow,
  AuditEntryRow,
  AuditHeadRow,
  ClaimRow,
  ErasureRow,
  ImportReplyRow,
  ImportRow,
  NoteRow,
  NoticeRow,
  WarningRow,
  WebhookAttemptRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from './schema-desk.js';

/** The tables as migrations/ makes them. A column is named and typed as it is stored. */
export interface Tables {
  readonly sites: SiteRow;
  readonly api_keys: ApiKeyRow;
  readonly sessions: SessionRow;
  readonly threads: ThreadRow;
  readonly authors: AuthorRow;
  readonly comments: CommentRow;
  readonly revisions: RevisionRow;
  readonly decisions: DecisionRow;
  readonly findings: FindingRow;
  readonly reports: ReportRow;
  readonly blocks: BlockRow;
  readonly policies: PolicyRow;
  readonly site_models: SiteModelRow;
  readonly site_model_choices: SiteModelChoiceRow;
  readonly idempotent_answers: IdempotentAnswerRow;
  readonly audit_entries: AuditEntryRow;
  readonly audit_heads: AuditHeadRow;
  readonly claims: ClaimRow;
  readonly notes: NoteRow;
  readonly notices: NoticeRow;
  readonly warnings: WarningRow;
  readonly appeals: AppealRow;
  readonly webhook_endpoints: WebhookEndpointRow;
  readonly webhook_deliveries: WebhookDeliveryRow;
  readonly webhook_attempts: WebhookAttemptRow;
  readonly imports: ImportRow;
  readonly erasures: ErasureRow;
  readonly import_replies: ImportReplyRow;
}

export interface SiteRow {
  readonly site_id: string;
  readonly name: string;
  readonly created_at: string;
}

export interface ApiKeyRow {
  readonly site_id: string;
  readonly key_id: string;
  readonly name: string;
  readonly scope: string;
  readonly secret_hash: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
  readonly front: string | null;
  readonly signing_secret: string | null;
}

export interface SessionRow {
  readonly site_id: string;
  readonly session_id: string;
  readonly key_id: string;
  readonly secret_hash: string;
  readonly opened_at: string;
  readonly expires_at: string;
}

export interface ThreadRow {
  readonly site_id: string;
  readonly thread_id: string;
  readonly external_id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly section: string | null;
  readonly closed_at: string | null;
  readonly premoderated_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface AuthorRow {
  readonly site_id: string;
  readonly author_id: string;
  readonly identity_kind: string;
  readonly identity_key: string;
  readonly external_id: string | null;
  readonly name: string;
  readonly search_name: string;
  readonly folded_name: string;
  readonly email: string | null;
  readonly email_key: string | null;
  readonly url: string | null;
  readonly accepted_policy_version: number | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly erased_at: string | null;
}

export interface CommentRow {
  readonly site_id: string;
  readonly comment_id: string;
  readonly external_id: string | null;
  readonly thread_id: string;
  readonly author_id: string;
  readonly parent_id: string | null;
  readonly depth: number;
  readonly body: string;
  readonly search_text: string;
  readonly status: string;
  readonly shadowed_at: string | null;
  readonly version: number;
  readonly locale: string | null;
  readonly author_name: string;
  readonly author_email: string | null;
  readonly author_url: string | null;
  readonly author_ip: string | null;
  readonly user_agent: string | null;
  readonly accepted_policy_version: number | null;
  readonly metadata: string | null;
  readonly fingerprint: string;
  readonly sketch: string | null;
  readonly near_key_1: string | null;
  readonly near_key_2: string | null;
  readonly created_at: string;
  readonly received_at: string;
  readonly edited_at: string | null;
  readonly deleted_at: string | null;
  readonly seal: string | null;
  readonly redacted_at: string | null;
  readonly severity: number;
  readonly queue_place: number | null;
}

export interface RevisionRow {
  readonly site_id: string;
  readonly comment_id: string;
  readonly version: number;
  readonly revision_id: string;
  readonly body: string;
  readonly replaced_at: string;
}

export interface DecisionRow {
  readonly site_id: string;
  readonly decision_id: string;
  readonly comment_id: string;
  readonly comment_version: number;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly status: string;
  readonly shadowed_at: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly policy_version: number;
  readonly policy_digest: string;
  readonly facts: string | null;
  readonly supersedes: string | null;
  readonly standard: string | null;
  readonly legal_ground: string | null;
  readonly block_id: string | null;
  readonly restores: string | null;
  readonly created_at: string;
}

export interface FindingRow {
  readonly site_id: string;
  readonly decision_id: string;
  readonly position: number;
  readonly comment_id: string;
  readonly rule: string;
  readonly standard: string;
  readonly reason: string;
  readonly outcome: string;
  readonly action: string;
  readonly message: string;
  readonly field: string | null;
  readonly spans: string;
  readonly terms: string;
  readonly observed_action: string | null;
}

export interface ReportRow {
  readonly site_id: string;
  readonly report_id: string;
  readonly comment_id: string;
  readonly comment_version: number;
  readonly comment_received_at: string;
  readonly author_id: string;
  readonly reporter_external_id: string;
  readonly reason: string;
  readonly text: string | null;
  readonly created_at: string;
  readonly settled_at: string | null;
  readonly settled_by: string | null;
  readonly outcome: string | null;
}

export interface BlockRow {
  readonly site_id: string;
  readonly block_id: string;
  readonly kind: string;
  readonly value: string;
  readonly range_start: string;
  readonly range_end: string;
  readonly mode: string;
  readonly reason: string;
  readonly until: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly lifted_at: string | null;
  readonly lifted_by: string | null;
  readonly raised_by: string;
  readonly note: string | null;
  readonly lift_reason: string | null;
  readonly replaced_by: string | null;
}

export interface PolicyRow {
  readonly site_id: string;
  readonly version: number;
  readonly digest: string;
  readonly document: string;
  readonly created_at: string;
  readonly created_by: string;
}

export interface SiteModelRow {
  readonly site_id: string;
  readonly version: number;
  readonly created_at: string;
  readonly created_by: string;
  readonly base_version: string;
  readonly ground: string;
  readonly record: string;
  readonly weights: string;
}

export interface SiteModelChoiceRow {
  readonly site_id: string;
  readonly number: number;
  readonly choice: string;
  readonly version: number | null;
  readonly created_at: string;
  readonly created_by: string;
}

export interface IdempotentAnswerRow {
  readonly site_id: string;
  readonly key_id: string;
  readonly idempotency_key: string;
  readonly request_digest: string;
  readonly body: string;
  readonly created_at: string;
}
