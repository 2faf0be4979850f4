import { useLayoutEffect, useState } from 'preact/hooks';

const NAMES = ['approved', 'held', 'rejected', 'other'] as const;

/** Which of the colours for plots; a canvas knows no custom properties. */
export type Colour = (typeof NAMES)[number];

export type Colours = Readonly<Record<Colour | 'ink' | 'quiet' | 'line', string>>;

/** The colours of the theme that is shown, also after it changed. */
export function useColours(): Colours {
  const [colours, setColours] = useState(read);
  useLayoutEffect(() => {
    const renew = (): void => setColours(read());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', renew);
    const observer = new MutationObserver(renew);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', renew);
      observer.disconnect();
    };
  }, []);
  return colours;
}

function read(): Colours {
  const probe = document.body.appendChild(document.createElement('span'));
  const colourOf = (property: string): string => {
    probe.style.color = `var(${property})`;
    return getComputedStyle(probe).color;
  };
  const plots = NAMES.map((name) => [name, colourOf(`--plot-${name}`)] as const);
  const colours = {
    ...(Object.fromEntries(plots) as Record<Colour, string>),
    ink: colourOf('--ink'),
    quiet: colourOf('--quiet'),
    line: colourOf('--line'),
  };
  probe.remove();
  return colours;
}
