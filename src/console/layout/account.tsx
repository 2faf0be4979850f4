import { useState } from 'preact/hooks';

import { answerOf, api } from '../api/client.js';
import { session } from '../api/session.js';
import { useSession } from '../api/use-session.js';
import { dropUnsentOf } from '../parts/use-unsent.js';
import { type Language, language, LANGUAGES, chooseLanguage, t } from '../strings/strings.js';
import { chooseTheme, theme, type Theme, THEMES } from './theme.js';

/** Who is signed in, how the console looks to them, and the way out. */
export function Account() {
  const { session: known } = useSession();
  return (
    <details class="account">
      <summary>
        <span class="account-name">{known?.key.name}</span>
        <span class="quiet account-site">{known?.site.name}</span>
      </summary>
      <div class="account-menu">
        <ThemeChoice />
        <LanguageChoice />
        <button type="button" class="button" onClick={() => void signOut()}>
          {t.signOut}
        </button>
      </div>
    </details>
  );
}

/** Where the service cannot be reached the session ends in time; the page forgets it now. */
async function signOut(): Promise<void> {
  const key = session.value?.key.id;
  await answerOf(api.DELETE('/v1/session')).catch(() => undefined);
  if (key !== undefined) dropUnsentOf(key);
  session.leave();
}

function ThemeChoice() {
  const [chosen, setChosen] = useState(theme());
  return (
    <label class="field">
      {t.theme.name}
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value as Theme;
          chooseTheme(next);
          setChosen(next);
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {t.theme[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

function LanguageChoice() {
  return (
    <label class="field">
      {t.language}
      <select
        value={language}
        onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
