import { useQuery } from '@tanstack/preact-query';

import type { Model } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { Facts } from '../parts/facts.js';
import { Loading } from '../parts/loading.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { SiteModel } from './site-model.js';
import './model.css';

/** What scores comments, how well it does, and what this site’s moderators taught it. */
export function Screen() {
  const { data, error } = useQuery({
    queryKey: ['models'],
    queryFn: async () => answerOf(api.GET('/v1/models')),
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <section class="page">
      <h1>{t.model.heading}</h1>
      <h2 class="model-heading">{t.model.shipped}</h2>
      {data.data.length === 0 && <p class="empty">{t.model.none}</p>}
      {data.data.map((model) => (
        <Shipped key={model.digest} model={model} />
      ))}
      <SiteModel />
    </section>
  );
}

function Shipped({ model }: { readonly model: Model }) {
  const { version, languages, attributes, data } = model;
  const rows = data.reduce((sum, each) => sum + each.rows, 0);
  const named = (attribute: string): string =>
    attribute in t.attribute ? t.attribute[attribute as keyof typeof t.attribute] : attribute;
  return (
    <div class="card">
      <Facts
        facts={[
          [t.model.version, <code>{version}</code>],
          [t.model.languages, languages.join(', ')],
          [t.model.trained, t.model.rows(count(rows))],
          [t.model.scores, attributes.map(named).join(', ')],
        ]}
      />
      <Metrics metrics={figuresOf(model.metrics)} />
    </div>
  );
}

/** Names of figures as the model card has them, however deep they stand in it. */
function figuresOf(metrics: unknown, before = ''): readonly (readonly [string, number])[] {
  if (typeof metrics === 'number') return [[before, metrics]];
  if (typeof metrics !== 'object' || metrics === null) return [];
  return Object.entries(metrics).flatMap(([name, value]: [string, unknown]) =>
    figuresOf(value, before === '' ? name : `${before}, ${name}`),
  );
}

function Metrics({ metrics }: { readonly metrics: readonly (readonly [string, number])[] }) {
  if (metrics.length === 0) return null;
  return (
    <>
      <h3>{t.model.accuracy}</h3>
      <table class="model-metrics">
        <thead>
          <tr>
            <th scope="col">{t.model.figure}</th>
            <th scope="col" class="number">
              {t.model.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name.replaceAll('_', ' ')}</th>
              <td class="number">{count(Math.round(value * 1_000) / 1_000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet small">{t.model.docs}</p>
    </>
  );
}
