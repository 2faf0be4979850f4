import { useEffect, useRef, useState } from 'preact/hooks';

import type { Event as ApiEvent } from '../../../openapi/types.js';
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
let connected = false;
const hearers = new Set<Hear>();
const watchers = new Set<() => void>();

function say(now: boolean): void {
  if (connected === now) return;
  connected = now;
  for (const watch of watchers) watch();
}

/** One stream for all of the page. The browser connects again, from the last event on. */
function open(): void {
  if (source !== null || session.value === null) return;
  source = new EventSource('/v1/events');
  source.onopen = () => say(true);
  source.onerror = () => {
    say(false);
    // A browser gives up where it was refused: the session is over, or there are many streams.
    if (source?.readyState === EventSource.CLOSED) close();
  };
  for (const type of Object.keys(TYPES)) {
    source.addEventListener(type, (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent;
      for (const hear of hearers) hear(event);
    });
  }
}

function close(): void {
  source?.close();
  source = null;
  say(false);
}

const AGAIN_MILLISECONDS = 15_000;

/** Calls `hear` for what happens on the site from now on, while the component is on the page. */
export function useLive(hear: Hear): void {
  const current = useRef(hear);
  current.current = hear;
  useEffect(() => {
    const call: Hear = (event) => current.current(event);
    hearers.add(call);
    open();
    const timer = setInterval(open, AGAIN_MILLISECONDS);
    return () => {
      clearInterval(timer);
      hearers.delete(call);
      if (hearers.size === 0) close();
    };
  }, []);
}

/** Whether what happens is heard of at once. */
export function useConnected(): boolean {
  const [now, setNow] = useState(connected);
  useEffect(() => {
    const watch = (): void => setNow(connected);
    watch();
    watchers.add(watch);
    return () => {
      watchers.delete(watch);
    };
  }, []);
  return now;
}
