import type { FastifyRequest } from 'fastify';

import { EMPTY_FORM, type Form } from './form.js';

const KEY = /^[a-z0-9]{12}$/u;
/** As `akismet-api` can be brought to send it: http://KEY._:undefined@host. */
const BASIC_USER = /^([a-z0-9]{12})(?:\._)?:/u;

/** The form of a request; an empty one where it has none. */
export function formOf({ body }: FastifyRequest): Form {
  return (body as Form | undefined) ?? EMPTY_FORM;
}

/**
 * The key that a request shows, wherever clients put it: in the form, in the query, as the user of
 * Basic authentication, or as the first label of the host; in lower case, as a host has it. Null
 * where there is nothing that could be one.
 */
export function shownKey(request: FastifyRequest): string | null {
  const form = formOf(request);
  const query = request.query as Readonly<Record<string, unknown>>;
  const said = [form.text('api_key'), form.text('key'), query['api_key'], query['key']]
    .map((value) => (typeof value === 'string' ? value.trim().toLowerCase() : ''))
    .find((value) => value !== '');
  return said ?? basicUser(request) ?? hostLabel(request);
}

function basicUser({ headers }: FastifyRequest): string | null {
  const encoded = /^Basic +([\w+/=-]+) *$/iu.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const user = Buffer.from(encoded, 'base64').toString('latin1').toLowerCase();
  return BASIC_USER.exec(user)?.[1] ?? null;
}

function hostLabel({ hostname }: FastifyRequest): string | null {
  const [label = '', ...rest] = hostname.toLowerCase().split('.');
  return rest.length > 0 && KEY.test(label) ? label : null;
}
