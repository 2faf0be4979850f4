import { useQuery } from '@tanstack/preact-query';

import type { Model } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { Facts } from '../parts/facts.js';
import { PageOf } from '../parts/page-of.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { count, fine } from '../strings/times.js';
import { SiteModel } from './site-model.js';
import './model.css';

/** What scores comments, how well it does, and what this site’s moderators taught it. */
export function Screen() {
  const query = useQuery({
    queryKey: ['models'],
    queryFn: async () => answerOf(api.GET('/v1/models')),
  });
  useTitle(t.model.heading);
  return (
    <PageOf query={query}>
      {({ data: models }) => (
        <section class="page">
          <h1>{t.model.heading}</h1>
          <h2 class="model-heading">{t.model.shipped}</h2>
          {models.length === 0 && <p class="empty">{t.model.none}</p>}
          {models.map((model) => (
            <Shipped key={model.digest} model={model} />
          ))}
          <SiteModel />
        </section>
      )}
    </PageOf>
  );
}

function Shipped({ model }: { readonly model: Model }) {
  const { version, languages, attributes, data } = model;
  const rows = data.reduce((sum, each) => sum + each.rows, 0);
  return (
    <div class="card">
      <Facts
        facts={[
          [t.model.version, <code>{version}</code>],
          [t.model.languages, languages.join(', ')],
          [t.model.trained, t.model.rows(count(rows))],
          [t.model.scores, attributes.map(attributeName).join(', ')],
        ]}
      />
      <Metrics metrics={model.metrics} />
    </div>
  );
}

function attributeName(attribute: string): string {
  return attribute in t.attribute ? t.attribute[attribute as keyof typeof t.attribute] : attribute;
}

/** Of each attribute, how well its score orders texts: by these names in the model card. */
const CURVES = { _roc_auc: 'ROC AUC', _ap: 'AP' } as const;
type Curve = keyof typeof CURVES;
const ENDINGS = Object.keys(CURVES) as readonly Curve[];

function Metrics({ metrics }: Pick<Model, 'metrics'>) {
  const attributes = Object.keys(metrics).flatMap((name) =>
    name.endsWith('_roc_auc') ? [name.slice(0, -'_roc_auc'.length)] : [],
  );
  const others = Object.entries(metrics).filter(
    ([name]) => !ENDINGS.some((ending) => attributes.includes(name.slice(0, -ending.length))),
  );
  return (
    <>
      <h3>{t.model.accuracy}</h3>
      <Facts facts={others.map(([name, value]) => [name.replaceAll('_', ' '), fine(value)])} />
      <table class="model-metrics">
        <thead>
          <tr>
            <th scope="col">{t.model.scores}</th>
            {ENDINGS.map((ending) => (
              <th key={ending} scope="col" class="number">
                {CURVES[ending]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attributes.map((attribute) => (
            <tr key={attribute}>
              <th scope="row">{attributeName(attribute)}</th>
              {ENDINGS.map((ending) => (
                <td key={ending} class="number">
                  {fine(metrics[attribute + ending] ?? NaN)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet small">{t.model.docs}</p>
    </>
  );
}
