/** The tables of migrations/0003_desk.sql. A column is named and typed as it is stored. */

export interface AuditEntryRow {
  readonly site_id: string;
  readonly sequence: number;
  readonly entry_id: string;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly object_kind: string;
  readonly object_id: string;
  readonly comment_id: string | null;
  readonly author_id: string | null;
  readonly before_state: string | null;
  readonly after_state: string | null;
  readonly created_at: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface AuditHeadRow {
  readonly site_id: string;
  readonly sequence: number;
  readonly hash: string;
}

export interface ClaimRow {
  readonly site_id: string;
  readonly comment_id: string;
  readonly key_id: string;
  readonly claimed_at: string;
  readonly expires_at: string;
}

export interface NoteRow {
  readonly site_id: string;
  readonly note_id: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly body: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly key_id: string;
}

export interface NoticeRow {
  readonly site_id: string;
  readonly notice_id: string;
  readonly comment_id: string;
  readonly comment_version: number;
  readonly url: string | null;
  readonly explanation: string;
  readonly law: string | null;
  readonly notifier_name: string | null;
  readonly notifier_email: string | null;
  readonly notifier_email_key: string | null;
  readonly notifier_external_id: string | null;
  readonly disowned_at: string | null;
  readonly trusted_flagger_at: string | null;
  readonly created_at: string;
  readonly status: string;
  readonly decided_at: string | null;
  readonly decided_by: string | null;
  readonly decision_id: string | null;
  readonly answer: string | null;
}

export interface WarningRow {
  readonly site_id: string;
  readonly warning_id: string;
  readonly author_id: string;
  readonly comment_id: string | null;
  readonly message: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly key_id: string;
  readonly acknowledged_at: string | null;
}

export interface AppealRow {
  readonly site_id: string;
  readonly appeal_id: string;
  readonly comment_id: string;
  readonly decision_id: string;
  readonly author_id: string;
  readonly decided_first_by: string | null;
  readonly text: string;
  readonly status: string;
  readonly created_at: string;
  readonly resolved_at: string | null;
  readonly resolved_by: string | null;
  readonly resolved_by_name: string | null;
  readonly outcome_reason: string | null;
  readonly outcome_decision_id: string | null;
}

export interface WebhookEndpointRow {
  readonly site_id: string;
  readonly endpoint_id: string;
  readonly url: string;
  readonly description: string | null;
  readonly event_types: string | null;
  readonly secret: string;
  readonly previous_secret: string | null;
  readonly previous_secret_until: string | null;
  readonly planned_sequence: number;
  readonly disabled_at: string | null;
  readonly disabled_reason: string | null;
  readonly failing_since: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly deleted_at: string | null;
  readonly callback_key_id: string | null;
  readonly callback_key: string | null;
}

export interface WebhookDeliveryRow {
  readonly site_id: string;
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly sequence: number;
  readonly event_id: string;
  readonly event_type: string;
  readonly comment_id: string | null;
  readonly status: string;
  readonly attempts: number;
  readonly attempts_before: number;
  readonly next_attempt_at: string | null;
  readonly created_at: string;
  readonly settled_at: string | null;
}

export interface WebhookAttemptRow {
  readonly site_id: string;
  readonly delivery_id: string;
  readonly number: number;
  readonly started_at: string;
  readonly milliseconds: number;
  readonly http_status: number | null;
  readonly problem: string | null;
}

export interface ErasureRow {
  readonly site_id: string;
  readonly author_id: string;
  readonly keep_texts: number;
  readonly keep_blocks: number;
  readonly reason: string | null;
  readonly requested_at: string;
  readonly requested_by: string;
  readonly known_external_id: string | null;
  readonly known_email: string | null;
  readonly known_name: string | null;
  readonly done_through: string;
  readonly comments: number;
  readonly finished_at: string | null;
}

export interface ImportRow {
  readonly site_id: string;
  readonly import_id: string;
  readonly file_digest: string;
  readonly format: string;
  readonly records_read: number;
  readonly imported: number;
  readonly known: number;
  readonly started_at: string;
  readonly finished_at: string | null;
}

export interface ImportReplyRow {
  readonly site_id: string;
  readonly import_id: string;
  readonly thread_id: string;
  readonly comment_id: string;
  readonly parent_external_id: string;
  readonly line: number;
}
