import { useEffect, useState } from 'preact/hooks';

import { ago, moment } from '../strings/times.js';

const EVERY_MILLISECONDS = 30_000;

/** How long ago, kept true while it is looked at; the exact time when one points at it. */
export function Ago({ time }: { readonly time: string }) {
  const [, setTimes] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTimes((times) => times + 1), EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={time} title={moment(time)}>
      {ago(time)}
    </time>
  );
}

export function Moment({ time }: { readonly time: string }) {
  return <time dateTime={time}>{moment(time)}</time>;
}
