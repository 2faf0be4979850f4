import { en } from './en.js';

/** Every sentence of the console in one language. */
export type Strings = Widened<typeof en>;

/** The same shape with any strings in it. */
export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const REMEMBERED = 'gatepost.language';

/** The strings of the language in use. It is loaded before anything is drawn, and then stays. */
export let t: Strings = en;
export let language: Language = 'en';

/** Takes the language that was chosen before, else the first of the browser's that there is. */
export async function loadLanguage(): Promise<void> {
  const wished = [localStorage.getItem(REMEMBERED) ?? '', ...navigator.languages];
  const codes = wished.map((each) => each.split('-')[0] ?? '');
  const known = codes.find((each) => each in LANGUAGES);
  if (known === 'de') {
    const { de } = await import('./de.js');
    t = de;
    language = 'de';
  }
  document.documentElement.lang = language;
}

/** Draws the whole page anew in the language, and remembers it in this browser. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(REMEMBERED, chosen);
  location.reload();
}
