<?php
/**
 * Plugin Name: Gatepost
 * Description: Has comments judged by your own Gatepost, and keeps both desks in agreement.
 * Version: 0.1.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: MIT
 *
 * Settings are constants in wp-config.php, so that no secret is in the database or on a page:
 *
 *   GATEPOST_URL             where Gatepost listens, as http://127.0.0.1:8080
 *   GATEPOST_KEY             a key of Gatepost with the scope `moderate`
 *   GATEPOST_WEBHOOK_SECRET  the secret of its webhook; without it nothing is received
 *   GATEPOST_MODE            `native` (unless said otherwise), or `akismet`: the Akismet plugin is
 *                            answered by Gatepost, and this file does nothing else
 *   GATEPOST_TIMEOUT         seconds that a reader waits at most for a verdict; 3
 *   GATEPOST_RETRY           seconds until what could not be sent is sent again; 60
 *
 * How the native mode works: a comment that is not yet told of to Gatepost has the meta field
 * `_gatepost_due`, written before anything is sent and taken away after all of it was answered.
 * What Gatepost last said of a comment is in `_gatepost`. So whatever breaks off is taken up again.
 */

declare(strict_types=1);

namespace Gatepost;

if (!defined('ABSPATH')) {
    exit;
}

const KNOWN = '_gatepost';
const DUE = '_gatepost_due';
/** What is due of a comment that only has to be sent. */
const DUE_AS_IT_IS = ['edited' => false, 'act' => null, 'held_here' => false];
/** Comments that were deleted for good while readers or moderators could still see them. */
const DELETED = 'gatepost_deleted';
const DELETED_MAX = 500;
/** What Gatepost said of the key, where it refused it. */
const KEY_REFUSED = 'gatepost_key_refused';
const SEND = 'gatepost_send';
/** Behind which comment the next lot begins, where all of one lot are not sent at once. */
const TRIED = 'gatepost_tried';
const SENT_AT_ONCE = 50;
/** How old a signature may be, in seconds: as Standard Webhooks has it. */
const SIGNATURE_AGE_MAX = 300;
/** Limits of Gatepost, in characters. */
const NAME_MAX = 200;
const ADDRESS_MAX = 2048;
const TITLE_MAX = 500;
const AGENT_MAX = 1024;
const NOTE_MAX = 2000;
const FINDINGS_SHOWN = 5;
/** What was written this many seconds ago, by the clock here, is being posted now. */
const NOW = 60;

function setting(string $name, string $default = ''): string
{
    return defined("GATEPOST_$name") ? (string) constant("GATEPOST_$name") : $default;
}

/** How long an answer is waited for, in seconds. */
function timeout(): float
{
    return (float) setting('TIMEOUT', '3');
}

function address(): string
{
    return rtrim(setting('URL'), '/');
}

if (setting('MODE', 'native') === 'akismet') {
    add_filter('pre_http_request', __NAMESPACE__ . '\\instead_of_akismet', 10, 3);
} else {
    native();
}

/**
 * Has Gatepost answer what the Akismet plugin asks of its own service.
 *
 * @param mixed $answer What another plugin has answered; false for nothing.
 * @return mixed
 */
function instead_of_akismet($answer, array $request, string $url)
{
    $akismet = '#^https?://rest\.akismet\.com(?=/)#';
    if ($answer !== false || address() === '' || !preg_match($akismet, $url)) {
        return $answer;
    }
    // It names Akismet's host itself, which would be sent as it is.
    unset($request['headers']['Host']);
    return wp_remote_request(preg_replace($akismet, address(), $url), $request);
}

function native(): void
{
    add_action('admin_notices', __NAMESPACE__ . '\\notices');
    if (address() === '' || setting('KEY') === '') {
        return;
    }
    add_filter('pre_comment_approved', __NAMESPACE__ . '\\hold_until_judged', 20, 2);
    add_action('wp_insert_comment', __NAMESPACE__ . '\\remember_new', 5, 1);
    // Before WordPress tells moderators and authors of it, so that they hear how it stands.
    add_action('comment_post', __NAMESPACE__ . '\\send_new', 5, 1);
    add_action('rest_after_insert_comment', __NAMESPACE__ . '\\send_new', 5, 1);
    add_action('transition_comment_status', __NAMESPACE__ . '\\remember_act', 10, 3);
    add_action('edit_comment', __NAMESPACE__ . '\\remember_edit', 10, 1);
    add_action('delete_comment', __NAMESPACE__ . '\\remember_deletion', 10, 1);
    add_action('shutdown', __NAMESPACE__ . '\\send_acts');
    add_action(SEND, __NAMESPACE__ . '\\send_due');
    add_action('init', __NAMESPACE__ . '\\look_hourly');
    add_filter('manage_edit-comments_columns', __NAMESPACE__ . '\\add_column');
    add_action('manage_comments_custom_column', __NAMESPACE__ . '\\show_column', 10, 2);
    if (setting('WEBHOOK_SECRET') !== '') {
        add_action('rest_api_init', __NAMESPACE__ . '\\receive_events');
    }
    register_deactivation_hook(__FILE__, static fn() => wp_unschedule_hook(SEND));
}

// A new comment.

/** What is remembered from one hook of a request to the next. */
final class Request
{
    /** @var int|string|null What WordPress itself said of what is about to be stored. */
    public static $allowed = null;
    public static bool $by_moderator = false;
    /** True while a status is set because Gatepost said so. */
    public static bool $applying = false;
    /** After the service was away once, nothing more is tried in this request. */
    public static bool $away = false;
    /** What was asked last got no answer at all. */
    public static bool $silent = false;
    /** @var array<int, true> Comments of which a moderator's act is to be told. */
    public static array $acts = [];
}

/**
 * Nothing is shown before the verdict; what WordPress itself holds, trashes or marks as spam stays
 * that way. A moderator's own comment is approved as by a click.
 *
 * @param int|string|\WP_Error $approved
 * @return int|string|\WP_Error
 */
function hold_until_judged($approved, array $comment)
{
    if (is_wp_error($approved) || !is_judged((string) ($comment['comment_type'] ?? ''))) {
        return $approved;
    }
    $user = (int) ($comment['user_id'] ?? 0);
    Request::$allowed = is_numeric($approved) ? (int) $approved : (string) $approved;
    Request::$by_moderator = $user > 0 && user_can($user, 'moderate_comments');
    return $approved == 1 && !Request::$by_moderator ? 0 : $approved;
}

/** Readers' comments and links back; not what shops and other plugins keep as comments. */
function is_judged(string $type): bool
{
    $types = ['', 'comment', 'pingback', 'trackback'];
    return in_array($type, apply_filters('gatepost_comment_types', $types), true);
}

/** Only of what came through the checks of WordPress, not of what is imported. */
function remember_new(int $id): void
{
    if (Request::$allowed === null) {
        return;
    }
    $allowed = Request::$allowed;
    Request::$allowed = null;
    $isRefused = in_array($allowed, ['spam', 'trash'], true);
    $act = $isRefused ? 'By the settings of WordPress.' : null;
    if (Request::$by_moderator) {
        $act = note();
    }
    set_meta($id, DUE, ['act' => $act, 'held_here' => $allowed === 0] + DUE_AS_IT_IS);
}

/** @param int|\WP_Comment $comment */
function send_new($comment): void
{
    $id = is_int($comment) ? $comment : (int) $comment->comment_ID;
    if (due($id) === null) {
        return;
    }
    $before = get_comment($id)->comment_approved;
    send_one($id);
    if ($before !== '1' && get_comment($id)->comment_approved === '1') {
        // To approve a comment has just sent this message.
        remove_action('comment_post', 'wp_new_comment_notify_postauthor');
    }
}

// What people do in WordPress.

function remember_act(string $new, string $old, \WP_Comment $comment): void
{
    if (Request::$applying || $new === 'delete' || !is_judged($comment->comment_type)) {
        return;
    }
    if (str_contains("$new $old", 'post-trashed')) {
        // The article went or came back; nobody said anything about its comments.
        return;
    }
    remember($comment, ['act' => note()]);
}

function remember_edit(int $id): void
{
    $comment = get_comment($id);
    $known = known($id);
    $due = due($id);
    // By the text, so that an edit is told from one before it that is being sent.
    $text = md5(text_of($comment->comment_content));
    $told = $known === null ? $due === null : $known['text'] === $text && empty($due['edited']);
    if ($told) {
        return;
    }
    if (!isset($known['id'])) {
        // It waits to be sent, or Gatepost refused it as it was; it has not been judged yet.
        remember($comment, ['edited' => $text]);
        return;
    }
    // Whoever edits a comment has seen it and let it stand as it stands here.
    remember($comment, ['edited' => $text, 'act' => note('edited')]);
}

function remember(\WP_Comment $comment, array $change): void
{
    $id = (int) $comment->comment_ID;
    $due = due($id) ?? DUE_AS_IT_IS;
    set_meta($id, DUE, array_merge($due, $change));
    Request::$acts[$id] = true;
}

/**
 * Its meta fields go with it, so what is to be told is kept elsewhere.
 *
 * @param int|string $id
 */
function remember_deletion($id): void
{
    $known = known((int) $id);
    if ($known === null || !in_array($known['status'] ?? '', ['approved', 'pending'], true)) {
        return;
    }
    $deleted = [...get_option(DELETED, []), $known['id']];
    update_option(DELETED, array_slice($deleted, -DELETED_MAX), false);
    send_later(0);
}

/** For other moderators, in Gatepost's record. */
function note(string $act = ''): string
{
    $user = wp_get_current_user();
    $who = $user->exists() ? "by $user->display_name (user $user->ID)" : '';
    return cut(implode(' ', array_filter(['In WordPress', $act, $who])), NOTE_MAX);
}

/** At the end of the request, when WordPress has done with all of them. */
function send_acts(): void
{
    foreach (array_keys(Request::$acts) as $id) {
        send_one($id);
    }
}

// Sending.

/** Also what was left by a process that ended in the middle. */
function look_hourly(): void
{
    if (wp_next_scheduled(SEND, ['hourly']) === false) {
        wp_schedule_event(time() + HOUR_IN_SECONDS, 'hourly', SEND, ['hourly']);
    }
}

function send_later(?int $seconds = null): void
{
    if (wp_next_scheduled(SEND) === false) {
        wp_schedule_single_event(time() + ($seconds ?? (int) setting('RETRY', '60')), SEND);
    }
}

/** The oldest first, until all is tried or the service is away again. */
function send_due(): void
{
    foreach (get_option(DELETED, []) as $id) {
        $answer = ask('DELETE', "/v1/comments/$id");
        if (is_away()) {
            return;
        }
        if ($answer !== null) {
            $left = array_diff(get_option(DELETED, []), [$id]);
            update_option(DELETED, array_values($left), false);
        }
    }
    $ids = due_behind((int) get_option(TRIED, 0));
    foreach ($ids as $id) {
        send_one((int) $id);
        if (is_away()) {
            return;
        }
        if (Request::$silent) {
            // To wait for nothing takes long, and this process may be ended: go on behind it.
            update_option(TRIED, (int) $id, false);
        }
    }
    // What fails stays in front; the others must not wait for it.
    $isMore = count($ids) === SENT_AT_ONCE;
    if ($isMore || get_option(TRIED, 0) > 0) {
        update_option(TRIED, $isMore ? (int) end($ids) : 0, false);
        send_later($isMore ? 0 : null);
    }
}

/**
 * Whether nothing can be sent for now. What got no answer may be one request that a firewall drops
 * without a word: then the service answers others.
 */
function is_away(): bool
{
    if (Request::$away && Request::$silent) {
        $answer = wp_remote_get(address() . '/readyz', ['timeout' => timeout(), 'redirection' => 0]);
        $status = (int) wp_remote_retrieve_response_code($answer);
        Request::$away = $status === 0 || $status >= 500;
    }
    return Request::$away;
}

/** A lot of what is due, the oldest first, behind one comment. */
function due_behind(int $id): array
{
    global $wpdb;
    $behind = static function (array $clauses) use ($wpdb, $id): array {
        $clauses['where'] .= $wpdb->prepare(" AND $wpdb->comments.comment_ID > %d", $id);
        return $clauses;
    };
    add_filter('comments_clauses', $behind);
    // The cache of WordPress does not see what a filter adds.
    $query = ['number' => SENT_AT_ONCE, 'fields' => 'ids', 'cache_domain' => "gatepost_$id"];
    $ids = due_comments($query);
    remove_filter('comments_clauses', $behind);
    return $ids;
}

/** @return array|int */
function due_comments(array $query)
{
    $all = ['hold', 'approve', 'spam', 'trash'];
    $order = ['orderby' => 'comment_ID', 'order' => 'ASC'];
    return get_comments($query + $order + ['meta_key' => DUE, 'status' => $all]);
}

/** Tells Gatepost what is due of one comment. What fails stays due. */
function send_one(int $id): void
{
    $due = due($id);
    $comment = get_comment($id);
    if ($due === null || $comment === null) {
        return;
    }
    $known = known($id);
    unset($known['refused'], $known['held_here'], $known['first']);
    if (!isset($known['id'])) {
        $known = submit($comment);
    } elseif ($due['edited']) {
        $known = edit($comment, $known);
    }
    if ($known !== null && $due['act'] !== null && !isset($known['refused'])) {
        $known = decide($comment, $known, $due['act']);
    }
    if ($known === null) {
        send_later();
        return;
    }
    wp_cache_delete($id, 'comment_meta');
    $known = with_heard($known, heard(due($id)));
    $isLatest = ($known['version'] ?? 0) >= (known($id)['version'] ?? 0);
    if ($isLatest) {
        set_meta($id, KNOWN, $known);
    }
    // Of what somebody did meanwhile, as of another text, this answer says nothing.
    if ($isLatest && !isset($known['refused']) && is_still_due($id, $due)) {
        settle($comment, $known, $due);
    }
    if (is_still_due($id, $due)) {
        delete_comment_meta($id, DUE);
    }
}

/** Whether nobody here has done anything since. */
function is_still_due(int $id, array $due): bool
{
    $heard = ['heard' => true];
    wp_cache_delete($id, 'comment_meta');
    return array_diff_key(due($id) ?? [], $heard) === array_diff_key($due, $heard);
}

/** With what an event said of the same comment meanwhile, and who decided, which no answer says. */
function with_heard(array $known, ?array $heard): array
{
    $isOfIt = $heard !== null && $heard['id'] === ($known['id'] ?? null);
    return $isOfIt && $heard['version'] >= $known['version'] ? $heard + $known : $known;
}

/** @return ?array What is known of it afterwards; null where it must be sent again. */
function submit(\WP_Comment $comment): ?array
{
    $submission = submission_of($comment);
    $answer = ask('POST', '/v1/comments', $submission);
    if (isset($submission['created_at']) && is_about($answer, '/created_at')) {
        // Clocks differ, or it has a date that cannot be: no reason to judge it never.
        unset($submission['created_at']);
        $answer = ask('POST', '/v1/comments', $submission);
    }
    if ($answer !== null && $answer['status'] === 200) {
        // The comment that has this number there, which may be another one or have another text.
        $there = $answer['body']['comment'];
        if (!is_same_comment($submission, $there)) {
            return unjudged(sprintf(
                __('it has another comment under the number %1$s (%2$s there), by another author, '
                    . 'under another article or withdrawn. Numbers come twice where a backup was '
                    . 'restored, or where a copy of this site has the same Gatepost. '
                    . 'This comment was not judged: decide about it here.', 'gatepost'),
                $submission['external_id'],
                $there['id'],
            ));
        }
        if (!reads_same($submission['body'], $there['body'])) {
            $answer = ask('PATCH', path_of($comment), ['body' => $submission['body']]);
        }
    }
    // A service that does not know the address is none, or the address is wrong.
    if ($answer === null || in_array($answer['status'], [404, 405], true)) {
        return null;
    }
    if ($answer['status'] >= 300) {
        return unjudged(refusal($answer)['refused']);
    }
    return judged($comment, $answer['body']);
}

/** What is known of a comment that Gatepost has not taken. */
function unjudged(string $why): array
{
    return ['id' => null, 'text' => '', 'findings' => [], 'refused' => $why];
}

/**
 * Whether what was sent is the comment that Gatepost has, perhaps with an earlier text: by the same
 * author under the same article. A withdrawn one takes no other text.
 */
function is_same_comment(array $sent, array $there): bool
{
    if ($sent['thread']['external_id'] !== $there['thread']['external_id']) {
        return false;
    }
    if ($there['status'] === 'deleted' && !reads_same($sent['body'], $there['body'])) {
        return false;
    }
    $author = $sent['author'];
    $other = $there['author'];
    if ($author['external_id'] !== null || $other['external_id'] !== null) {
        return $author['external_id'] === $other['external_id'];
    }
    $addresses = array_filter([trim($author['email']), (string) ($other['email'] ?? '')]);
    return count(array_unique(array_map('strtolower', $addresses))) < 2
        && reads_same(text_of($author['name']), text_of($other['name']));
}

/** But for white space: Gatepost trims names, and breaks lines of what it imported its own way. */
function reads_same(string $sent, string $there): bool
{
    // As it arrives there: without what is no UTF-8.
    $sent = (string) (json_decode(json([$sent]), true)[0] ?? $sent);
    $plain = static fn(string $text): string =>
        trim(preg_replace('/[\s\p{Z}\x{FEFF}]+/u', ' ', $text) ?? $text);
    return $plain($sent) === $plain($there);
}

function submission_of(\WP_Comment $comment): array
{
    $post = get_post((int) $comment->comment_post_ID);
    $sections = $post === null ? [] : get_the_category($post->ID);
    $parent = (int) $comment->comment_parent;
    $type = $comment->comment_type;
    $submission = [
        'external_id' => number_of($comment->comment_ID),
        'thread' => [
            'external_id' => number_of($comment->comment_post_ID),
            'url' => cut((string) get_permalink($post), ADDRESS_MAX),
            'title' => cut(text_of(get_the_title($post)), TITLE_MAX),
            'section' => $sections === [] ? null : cut($sections[0]->slug, 100),
        ],
        'author' => [
            'external_id' => (int) $comment->user_id > 0 ? (string) $comment->user_id : null,
            'name' => cut(text_of($comment->comment_author), NAME_MAX) ?: 'Anonymous',
            'email' => cut($comment->comment_author_email, 254),
            'ip' => filter_var($comment->comment_author_IP, FILTER_VALIDATE_IP) ?: null,
            'url' => cut($comment->comment_author_url, ADDRESS_MAX),
            'user_agent' => cut($comment->comment_agent, AGENT_MAX),
        ],
        'body' => text_of($comment->comment_content),
        // What came before this plugin is not known there.
        'parent_id' => isset(known($parent)['id']) ? number_of((string) $parent) : null,
        'locale' => cut(get_bloginfo('language'), 35),
    ];
    $written = strtotime("$comment->comment_date_gmt UTC");
    // WordPress has zeros for a date that it does not know.
    if ($written > 0 && abs(time() - $written) > NOW) {
        $submission['created_at'] = gmdate('Y-m-d\TH:i:s\Z', $written);
    }
    return in_array($type, ['', 'comment'], true)
        ? $submission
        : $submission + ['metadata' => ['comment_type' => $type]];
}

/**
 * By what Gatepost knows a comment or an article: its number, and before it, in a network, the
 * number of the blog. A network's main blog has none, so that what becomes a network stays known.
 */
function number_of(string $id): string
{
    return is_main_site(null, get_main_network_id()) ? $id : get_current_blog_id() . "-$id";
}

function path_of(\WP_Comment $comment): string
{
    return '/v1/comments/' . number_of($comment->comment_ID);
}

function cut(string $text, int $length): string
{
    return mb_substr($text, 0, $length);
}

/** What a reader reads, with the addresses behind links. */
function text_of(string $html): string
{
    $links = '#<a\s[^>]*?href\s*=\s*(["\'])(.*?)\1[^>]*>(.*?)</a>#is';
    $spelt = preg_replace($links, '$3 ($2)', $html) ?? $html;
    $plain = wp_strip_all_tags(preg_replace('#<br\s*/?>\n?#i', "\n", $spelt) ?? $spelt);
    $text = html_entity_decode($plain, ENT_QUOTES | ENT_HTML5, 'UTF-8');
    return trim($text) === '' ? $html : $text;
}

function edit(\WP_Comment $comment, array $known): ?array
{
    $answer = ask('PATCH', path_of($comment), ['body' => text_of($comment->comment_content)]);
    if ($answer === null) {
        return null;
    }
    return $answer['status'] < 300
        ? judged($comment, $answer['body'])
        : declined($comment, $known, $answer);
}

function judged(\WP_Comment $comment, array $body): array
{
    $findings = array_map(
        static fn(array $finding): array => [
            'message' => $finding['message'],
            'terms' => array_slice($finding['terms'], 0, FINDINGS_SHOWN),
        ],
        array_filter($body['verdict']['findings'], __NAMESPACE__ . '\\has_consequence'),
    );
    return [
        'text' => md5(text_of($comment->comment_content)),
        'findings' => array_slice($findings, 0, FINDINGS_SHOWN),
        'by' => 'system',
    ] + standing($body['comment']);
}

function has_consequence(array $finding): bool
{
    return $finding['action'] !== 'approve';
}

function standing(array $comment): array
{
    return [
        'id' => $comment['id'],
        'status' => $comment['status'],
        'version' => $comment['version'],
        'shadow' => $comment['shadow'],
    ];
}

/** Has Gatepost decide as the comment stands here; of two who decide, the first wins. */
function decide(\WP_Comment $comment, array $known, string $note): ?array
{
    $stands = $comment->comment_approved;
    if (fits($stands, $known['status'])) {
        return $known;
    }
    if ($stands === '0') {
        return take_back($comment, $known, $note);
    }
    $act = $stands === '1' ? 'approve' : 'reject';
    $answer = ask('POST', path_of($comment) . "/$act", [
        'seen_version' => $known['version'],
        'note' => $note,
        'override' => true,
    ] + ($stands === 'spam' ? ['standard' => 'spam'] : []));
    return decided($comment, $known, $answer);
}

function decided(\WP_Comment $comment, array $known, ?array $answer): ?array
{
    if ($answer === null) {
        return null;
    }
    if ($answer['status'] < 300) {
        return ['by' => 'here'] + standing($answer['body']['comment']) + $known;
    }
    return declined($comment, $known, $answer);
}

/** @return ?array Null where Gatepost has forgotten the comment: it is submitted again. */
function declined(\WP_Comment $comment, array $known, array $answer): ?array
{
    $body = $answer['body'];
    switch ($body['code'] ?? '') {
        case 'not_found':
            delete_comment_meta((int) $comment->comment_ID, KNOWN);
            return null;
        case 'version_conflict':
            return ['by' => 'moderator', 'first' => true] + standing($body['current']) + $known;
        case 'comment_deleted':
            return ['by' => 'author', 'status' => 'deleted'] + $known;
        default:
            return refusal($answer) + $known;
    }
}

/**
 * To unapprove a comment is to undo what a person decided, where the comment was waiting before.
 * Else Gatepost has no decision of that kind, and it is held here alone.
 */
function take_back(\WP_Comment $comment, array $known, string $note): ?array
{
    $file = ask('GET', '/v1/comments/' . $known['id']);
    if ($file === null || $file['status'] >= 300) {
        return $file === null ? null : declined($comment, $known, $file);
    }
    $decisions = array_column($file['body']['decisions'], null, 'id');
    $last = end($decisions);
    $before = $decisions[$last['supersedes'] ?? ''] ?? null;
    if (($before['status'] ?? '') !== 'pending' || $last['actor']['kind'] !== 'moderator') {
        return ['held_here' => true] + $known;
    }
    $undo = ['note' => $note, 'override' => true];
    return decided($comment, $known, ask('POST', "/v1/decisions/{$last['id']}/undo", $undo));
}

/** Whether this is what is refused of a request. */
function is_about(?array $answer, string $pointer): bool
{
    $errors = $answer['body']['errors'] ?? [];
    return is_array($errors) && in_array($pointer, array_column($errors, 'pointer'), true);
}

function refusal(array $answer): array
{
    return ['refused' => (string) ($answer['body']['title'] ?? "status {$answer['status']}")];
}

/**
 * One request to Gatepost.
 *
 * @return ?array `status` and `body`; null where it is away, slow, busy or refuses the key, or
 *   where something on the way refuses this request, so that the same must be sent again.
 */
function ask(string $method, string $path, ?array $body = null): ?array
{
    if (Request::$away) {
        return null;
    }
    $answer = wp_remote_request(address() . $path, [
        'method' => $method,
        'timeout' => timeout(),
        'redirection' => 0,
        'headers' => ['Authorization' => 'Bearer ' . setting('KEY'), 'Accept' => 'application/json']
            + ($body === null ? [] : ['Content-Type' => 'application/json']),
        'body' => $body === null ? null : json($body),
    ]);
    $status = (int) wp_remote_retrieve_response_code($answer);
    Request::$silent = $status === 0;
    $said = json_decode(wp_remote_retrieve_body($answer), true);
    $unwelcome = in_array($status, [401, 403], true);
    $keyRefused = $unwelcome
        && in_array($said['code'] ?? '', ['unauthenticated', 'forbidden'], true);
    if ($keyRefused || get_option(KEY_REFUSED, '') !== '' && $status > 0 && !$unwelcome) {
        update_option(KEY_REFUSED, $keyRefused ? (string) ($said['title'] ?? $status) : '');
    }
    $busy = in_array($status, [0, 408, 425, 429], true) || $status >= 500;
    // Every refusal of Gatepost has a code.
    $isByAnother = !is_array($said) || $status >= 400 && !isset($said['code']);
    if ($busy || $unwelcome || $isByAnother) {
        // What fails on one comment, as a firewall does by its text, does not keep the others from
        // being sent.
        $isAlone = $status === 500 || $status >= 400 && !$busy && !$keyRefused;
        Request::$away = !$isAlone;
        send_later();
        return null;
    }
    return ['status' => $status, 'body' => $said];
}

function json(array $body): string
{
    return wp_json_encode($body, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE);
}

// What Gatepost says.

/** Whether a comment that stands so here stands as Gatepost has it. */
function fits(string $approved, string $status): bool
{
    $fitting = ['approved' => ['1'], 'pending' => ['0']];
    return in_array($approved, $fitting[$status] ?? ['spam', 'trash'], true);
}

/** Sets the comment as Gatepost has it, without telling Gatepost of it again. */
function settle(\WP_Comment $comment, array $known, ?array $due): void
{
    $status = $known['status'];
    $heldHere = isset($known['held_here'])
        || ($due['held_here'] ?? false) && $status === 'approved' && $known['by'] === 'system';
    if ($heldHere || fits($comment->comment_approved, $status)) {
        return;
    }
    if ($comment->comment_approved === 'post-trashed') {
        return;
    }
    Request::$applying = true;
    try {
        switch ($status) {
            case 'approved':
                wp_set_comment_status($comment, 'approve');
                break;
            case 'pending':
                wp_set_comment_status($comment, 'hold');
                break;
            case 'rejected':
                wp_spam_comment($comment);
                break;
            default:
                wp_trash_comment($comment);
        }
    } finally {
        Request::$applying = false;
    }
}

function receive_events(): void
{
    register_rest_route('gatepost/v1', '/events', [
        'methods' => 'POST',
        'callback' => __NAMESPACE__ . '\\receive_event',
        'permission_callback' => __NAMESPACE__ . '\\is_signed',
    ]);
}

/**
 * By the secret that Gatepost gave for this address, not long ago.
 *
 * @return bool|\WP_Error
 */
function is_signed(\WP_REST_Request $request)
{
    $id = (string) $request->get_header('webhook_id');
    $time = (string) $request->get_header('webhook_timestamp');
    $secret = preg_replace('/^whsec_/', '', setting('WEBHOOK_SECRET'));
    $signed = "$id.$time." . $request->get_body();
    $hash = hash_hmac('sha256', $signed, (string) base64_decode($secret), true);
    $expected = 'v1,' . base64_encode($hash);
    $known = false;
    foreach (explode(' ', (string) $request->get_header('webhook_signature')) as $signature) {
        $known = hash_equals($expected, $signature) || $known;
    }
    if ($known && abs(time() - (int) $time) <= SIGNATURE_AGE_MAX) {
        return true;
    }
    return new \WP_Error('gatepost_unsigned', 'The signature is wrong or old.', ['status' => 401]);
}

/**
 * An event that comes twice, late, or of what was said here says no more than what is known: the
 * version of a comment grows with every decision.
 */
function receive_event(\WP_REST_Request $request): \WP_REST_Response
{
    $event = json_decode($request->get_body(), true);
    $received = new \WP_REST_Response(null, 204);
    $decisions = ['comment.approved', 'comment.held', 'comment.rejected', 'comment.deleted'];
    if (!in_array($event['type'] ?? '', $decisions, true)) {
        return $received;
    }
    $number = (string) ($event['data']['comment']['external_id'] ?? '');
    $id = (int) preg_replace('/^\d+-/', '', $number);
    // Of a network, each blog hears of the comments of all.
    $comment = $id > 0 && number_of((string) $id) === $number ? get_comment($id) : null;
    $after = $event['data']['after'] ?? [];
    if ($comment !== null && isset($after['version'], $after['status'])) {
        take_over($comment, $event['data']);
    }
    return $received;
}

function take_over(\WP_Comment $comment, array $data): void
{
    $id = (int) $comment->comment_ID;
    if (known($id) === null && due($id) === null && is_another_there($comment)) {
        return;
    }
    $known = known($id);
    $due = due($id);
    if ($known !== null && !isset($known['id'])) {
        // Gatepost has not taken it: what has this number there is another comment.
        return;
    }
    $heard = max($known['version'] ?? 0, heard($due)['version'] ?? 0);
    // What a moderator did here is being told; the answer says who was first.
    if ($data['after']['version'] <= $heard || ($due['act'] ?? null) !== null) {
        return;
    }
    $stands = ['id' => $data['comment']['id']] + $data['after'] + ['shadow' => false];
    $now = standing($stands) + ['by' => $data['actor']['kind']];
    if ($known === null && $due !== null) {
        // The answer to its submission was lost, or this is of another comment. Which of them is
        // seen when it is sent again.
        set_meta($id, DUE, ['heard' => $now] + $due);
        send_later(0);
        return;
    }
    unset($known['held_here'], $known['refused'], $known['first']);
    $now += $known ?? ['text' => md5(text_of($comment->comment_content)), 'findings' => []];
    set_meta($id, KNOWN, $now);
    settle($comment, $now, $due);
}

/**
 * Of a comment of which nothing is known here: whether Gatepost has another one under its number,
 * or none. It came along by an import, or it is being stored by another process, which is about to
 * remember that it is due. Where nobody can say yet, and where its text here is another one, it is
 * due from now on, and is seen to when it is sent.
 */
function is_another_there(\WP_Comment $comment): bool
{
    if (!is_judged($comment->comment_type)) {
        return true;
    }
    $sent = submission_of($comment);
    $answer = ask('GET', path_of($comment));
    $there = $answer['body'] ?? [];
    if ($answer !== null && ($answer['status'] >= 300 || !is_same_comment($sent, $there))) {
        return true;
    }
    $id = (int) $comment->comment_ID;
    // What another process has remembered meanwhile.
    wp_cache_delete($id, 'comment_meta');
    $isAsThere = $answer !== null && reads_same($sent['body'], $there['body']);
    if (!$isAsThere && known($id) === null && due($id) === null) {
        set_meta($id, DUE, DUE_AS_IT_IS);
    }
    return false;
}

// What is kept.

function known(int $id): ?array
{
    $known = get_comment_meta($id, KNOWN, true);
    return is_array($known) ? $known : null;
}

function due(int $id): ?array
{
    $due = get_comment_meta($id, DUE, true);
    return is_array($due) ? $due : null;
}

/** What an event said of what is due; version 0.1.0 kept a number of it alone. */
function heard(?array $due): ?array
{
    return is_array($due['heard'] ?? null) ? $due['heard'] : null;
}

/** WordPress takes slashes away from what it is given. */
function set_meta(int $id, string $name, array $value): void
{
    update_comment_meta($id, $name, wp_slash($value));
}

// What moderators see.

function add_column(array $columns): array
{
    return $columns + ['gatepost' => __('Gatepost', 'gatepost')];
}

/** @param int|string $id */
function show_column(string $column, $id): void
{
    if ($column !== 'gatepost') {
        return;
    }
    $known = known((int) $id);
    if ($known !== null) {
        echo '<p>' . esc_html(headline($known)) . '</p>';
        foreach ($known['findings'] as $finding) {
            $terms = $finding['terms'] === [] ? '' : ' (' . implode(', ', $finding['terms']) . ')';
            echo '<p>' . esc_html($finding['message'] . $terms) . '</p>';
        }
    }
    if (due((int) $id) !== null) {
        echo '<p>' . esc_html__('Waits to be sent to Gatepost.', 'gatepost') . '</p>';
    }
}

function headline(array $known): string
{
    if (isset($known['refused'])) {
        return sprintf(__('Gatepost refused it: %s', 'gatepost'), $known['refused']);
    }
    if ($known['first'] ?? false) {
        return __('Somebody else decided first. Look again.', 'gatepost');
    }
    $statuses = [
        'approved' => __('Approved', 'gatepost'),
        'pending' => __('Held', 'gatepost'),
        'rejected' => __('Rejected', 'gatepost'),
        'deleted' => __('Withdrawn', 'gatepost'),
    ];
    $said = $statuses[$known['status']] ?? $known['status'];
    if (isset($known['held_here'])) {
        return sprintf(__('%s in Gatepost, held here alone.', 'gatepost'), $said);
    }
    $sentences = [
        'system' => __('%s by policy.', 'gatepost'),
        'here' => __('%s in WordPress.', 'gatepost'),
    ];
    return sprintf($sentences[$known['by']] ?? __('%s in Gatepost.', 'gatepost'), $said);
}

function notices(): void
{
    if (!current_user_can('manage_options')) {
        return;
    }
    $problem = problem();
    if ($problem !== '') {
        echo '<div class="notice notice-warning"><p>' . esc_html("Gatepost: $problem") . '</p></div>';
    }
}

function problem(): string
{
    if (address() === '' || setting('KEY') === '') {
        return __('GATEPOST_URL and GATEPOST_KEY are not set in wp-config.php.', 'gatepost');
    }
    return get_option(KEY_REFUSED, '') === ''
        ? waiting()
        : __('Gatepost refuses the key. Comments are held until it accepts it.', 'gatepost');
}

function waiting(): string
{
    $screen = get_current_screen();
    $isList = $screen !== null && $screen->id === 'edit-comments';
    $count = $isList ? (int) due_comments(['count' => true]) : 0;
    $said = _n('%d comment waits to be sent.', '%d comments wait to be sent.', $count, 'gatepost');
    return $count === 0 ? '' : sprintf($said, $count);
}
