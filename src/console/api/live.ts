import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Event as ApiEvent } from '../../../openapi/types.js';
import { bursts } from './bursts.js';
import { changes } from './changes.js';
import { answerOf, api } from './client.js';
import { session } from './session.js';

export type LiveEvent = ApiEvent;

type Type = ApiEvent['type'];

// The compiler sees to it that none is missing: a type that openapi.json adds must be listed.
const TYPES: Readonly<Record<Type, true>> = {
  'comment.submitted': true,
  'comment.approved': true,
  'comment.held': true,
  'comment.rejected': true,
  'comment.edited': true,
  'comment.deleted': true,
  'comment.reported': true,
  'author.blocked': true,
  'author.unblocked': true,
  'author.warned': true,
  'appeal.filed': true,
  'appeal.resolved': true,
  'policy.changed': true,
  'claim.taken': true,
  'claim.released': true,
};

type Hear = (event: LiveEvent) => void;

let source: EventSource | null = null;
/** Where the record ended when this page began to listen. */
let beginning: Promise<string | null> | null = null;
/** The place in the record of what hearers were told last. */
let heard: string | null = null;
let connected = false;
const hearers = new Set<Hear>();
const connections = changes();

interface Told {
  readonly place: string;
  readonly event: LiveEvent;
}

/** No eye sees so short a delay. */
const BURST_MILLISECONDS = 50;

/**
 * One decision about a thousand comments is a thousand events. They are told in one go, so that the
 * page is drawn once for all of them: Preact draws when the task that changed something is over.
 */
const told = bursts<Told>((burst) => {
  for (const { place, event } of burst) {
    heard = place;
    for (const hear of hearers) tell(hear, event);
  }
}, BURST_MILLISECONDS);

/** One that fails keeps nobody else from hearing, nor itself from what comes next. */
function tell(hear: Hear, event: LiveEvent): void {
  try {
    hear(event);
  } catch (fault) {
    reportError(fault);
  }
}

function say(now: boolean): void {
  if (connected === now) return;
  connected = now;
  connections.tell();
}

/**
 * One stream for all of the page, and none while nobody sees it: a browser has six connections to
 * a service for all of its tabs, and with as many streams the next tab would wait forever. A page
 * that comes into view again hears first what happened meanwhile.
 */
async function open(): Promise<void> {
  const asked = (beginning ??= theEnd());
  const end = await asked;
  if (beginning !== asked) return;
  if (end === null) beginning = null;
  if (end === null || source !== null || document.hidden) return;
  heard ??= end;
  source = new EventSource(`/v1/events?last_event_id=${heard}`);
  source.onopen = () => say(true);
  source.onerror = () => {
    say(false);
    // A browser gives up where it was refused: the session is over, there are many streams, or the
    // record is another one, so that its end is asked for again.
    if (source?.readyState !== EventSource.CLOSED) return;
    beginning = null;
    close();
  };
  for (const type of Object.keys(TYPES)) {
    source.addEventListener(type, (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent;
      told.add({ place: message.lastEventId, event });
    });
  }
}

/** Null where nobody is signed in, or there is no answer. */
async function theEnd(): Promise<string | null> {
  if (session.value === null) return null;
  const head = await answerOf(api.GET('/v1/audit/head')).catch(() => null);
  // A record that ends before what was heard is an older one, from a backup, and so is whatever
  // else the page shows another one.
  if (head !== null && Number(heard) > head.sequence) location.reload();
  return head && String(head.sequence);
}

function close(): void {
  source?.close();
  source = null;
  // Nobody heard it: the next stream begins before it.
  told.drop();
  say(false);
}

function follow(): void {
  if (document.hidden) close();
  else void open();
}

const AGAIN_MILLISECONDS = 15_000;

/** Calls `hear` for what happens on the site from now on, while the component is on the page. */
export function useLive(hear: Hear): void {
  const current = useRef(hear);
  current.current = hear;
  useLayoutEffect(() => {
    const call: Hear = (event) => current.current(event);
    hearers.add(call);
    void open();
    const timer = setInterval(open, AGAIN_MILLISECONDS);
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      hearers.delete(call);
      if (hearers.size > 0) return;
      document.removeEventListener('visibilitychange', follow);
      close();
      // Whoever signs in next may hear of another site.
      beginning = null;
      heard = null;
    };
  }, []);
}

/** Whether what happens is heard of at once. */
export function useConnected(): boolean {
  const [now, setNow] = useState(connected);
  useLayoutEffect(() => {
    const watch = (): void => setNow(connected);
    watch();
    return connections.subscribe(watch);
  }, []);
  return now;
}
