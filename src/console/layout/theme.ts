export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const REMEMBERED = 'gatepost.theme';

/** The theme that was chosen in this browser, before anything is drawn. */
export function loadTheme(): void {
  put(theme());
}

export function theme(): Theme {
  const remembered = localStorage.getItem(REMEMBERED);
  return THEMES.find((each) => each === remembered) ?? 'auto';
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(REMEMBERED, chosen);
  put(chosen);
}

function put(chosen: Theme): void {
  document.documentElement.dataset['theme'] = chosen;
}
