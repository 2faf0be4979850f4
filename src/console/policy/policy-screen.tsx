import { useMemo } from 'preact/hooks';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter-preact';

import { useMay } from '../api/use-session.js';
import { Loading } from '../parts/loading.js';
import { Ago } from '../parts/moment.js';
import { PageProblem } from '../parts/page-problem.js';
import { screen } from '../parts/screen.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { ChangedElsewhere } from './save/changed-elsewhere.js';
import { SaveBar } from './save/save-bar.js';
import { PolicyContext, type PolicyDesk } from './policy-context.js';
import { RulesView } from './rules/rules-view.js';
import './save/save.css';
import { useFaults } from './use-faults.js';
import { type PolicyState, usePolicy } from './use-policy.js';
import './policy.css';

const TermsView = screen(() => import('./terms/terms-view.js'));
const ReplayView = screen(() => import('./replay/replay-view.js'));
const VersionsView = screen(() => import('./versions/versions-view.js'));

const TABS = [
  { name: 'rules', path: '/policy' },
  { name: 'terms', path: '/policy/terms' },
  { name: 'replay', path: '/policy/replay' },
  { name: 'versions', path: '/policy/versions' },
] as const;

/** What the site's rules are, and how they would be otherwise. */
export function Screen() {
  const { state, error } = usePolicy();
  const [location] = useLocation();
  const tab = TABS.find(({ path }) => path === location)?.name ?? 'rules';
  useTitle(tab === 'rules' ? undefined : t.policy.tabs[tab], t.policy.heading);
  if (state !== null) return <Policy state={state} />;
  return error === null ? <Loading /> : <PageProblem error={error} />;
}

function Policy({ state }: { readonly state: PolicyState }) {
  const faults = useFaults(state);
  const mayChange = useMay('admin');
  const desk = useMemo<PolicyDesk>(
    () => ({ ...state, faults, mayChange }),
    [state, faults, mayChange],
  );
  const { version, created_at, created_by } = state.inForce;
  return (
    <PolicyContext.Provider value={desk}>
      <section class="page policy">
        <header class="page-header">
          <h1>{t.policy.heading}</h1>
          <p class="quiet">
            {t.policy.inForce(version)} <bdi>{created_by}</bdi>, <Ago time={created_at} />
          </p>
        </header>
        <Tabs />
        {!mayChange && <p class="notice">{t.policy.readOnly}</p>}
        <ChangedElsewhere />
        <Switch>
          <Route path="/policy">
            <RulesView />
          </Route>
          <Route path="/policy/terms">
            <TermsView />
          </Route>
          <Route path="/policy/replay">
            <ReplayView />
          </Route>
          <Route path="/policy/versions">
            <VersionsView />
          </Route>
          <Route>
            <Redirect to="/policy" replace />
          </Route>
        </Switch>
        <SaveBar />
      </section>
    </PolicyContext.Provider>
  );
}

function Tabs() {
  const [location] = useLocation();
  return (
    <nav class="tabs" aria-label={t.policy.parts}>
      {TABS.map(({ name, path }) => (
        <Link key={name} href={path} aria-current={location === path ? 'page' : undefined}>
          {t.policy.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
