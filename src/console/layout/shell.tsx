import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';

import { useConnected } from '../api/live.js';
import { t } from '../strings/strings.js';
import { Account } from './account.js';
import { Navigation } from './navigation.js';

/** What stands around every screen. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => setOpen(false), [location]);
  return (
    <div class={open ? 'shell shell-open' : 'shell'}>
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t.skip}
      </a>
      <header class="top">
        <button
          type="button"
          class="icon-button top-menu"
          aria-expanded={open}
          aria-controls="sections"
          aria-label={t.menu}
          onClick={() => setOpen(!open)}
        >
          ☰
        </button>
        <span class="brand">{t.title}</span>
        <Connection />
        <Account />
      </header>
      <Navigation />
      <main id="content" class="content" ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Connection() {
  const connected = useConnected();
  return (
    <span class={connected ? 'connection connection-on' : 'connection'} role="status" title={connected ? t.live.on : t.live.off}>
      <span class="for-readers">{connected ? t.live.on : t.live.off}</span>
    </span>
  );
}
