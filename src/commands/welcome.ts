interface Made {
  /** Null where the operator set one. */
  readonly adminKey: string | null;
}

/**
 * The key, this once. To be said as soon as it is made: what fails later in a first start is mended
 * and tried again, and the second start makes none.
 */
export function keyOnce({ adminKey }: Made): string {
  const said =
    adminKey === null
      ? ['The admin key is the one in GATEPOST_ADMIN_KEY.']
      : ['The admin key of the site "default". It is shown this once; keep it:', '', `  ${adminKey}`];
  return ['', ...said, ''].join('\n');
}

/** What the first start says once it serves: what to do with the key. */
export function welcome(url: string, { adminKey }: Made): string {
  const key = adminKey ?? '$GATEPOST_ADMIN_KEY';
  const curl = (rest: string): string => `  curl -H "Authorization: Bearer ${key}" ${rest}`;
  const json = '-H "Content-Type: application/json"';
  const comment = JSON.stringify({
    thread: { external_id: 'article-1', title: 'A new bridge' },
    author: { external_id: 'reader-1', name: 'Robin' },
    body: 'Only a complete idiot like you would close the road at noon.',
  });
  return [
    'Submit a comment, list what is pending, block its author:',
    '',
    curl(`${json} -d '${comment}' ${url}/v1/comments`),
    curl(`"${url}/v1/comments?status=pending"`),
    curl(
      `${json} -d '{"reason":"insults other readers","mode":"reject"}' ` +
        `${url}/v1/authors/reader-1/block`,
    ),
    '',
    `The console for moderators, which asks for the key: ${url}/console`,
    `The API with examples to try: ${url}/docs`,
    '',
  ].join('\n');
}
