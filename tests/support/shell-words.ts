/** The words of a command line as a shell reads it, with its single and double quotation marks. */
export function shellWords(line: string): string[] {
  return [...line.trim().matchAll(/(?:'[^']*'|"(?:\\.|[^"\\])*"|[^\s'"])+/gu)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"((?:\\.|[^"\\])*)"/gu, (_, plain?: string, quoted?: string) =>
      plain ?? (quoted ?? '').replaceAll(/\\(.)/gu, '$1'),
    ),
  );
}

/** What a curl line with -H, -d and an address would send. */
export function curlRequest(line: string): { readonly url: string; readonly init: RequestInit } {
  const [command, ...words] = shellWords(line);
  if (command !== 'curl') throw new Error(`no curl line: ${line}`);
  const headers: Record<string, string> = {};
  let url = '';
  let method: string | undefined;
  let body: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-H') {
      const [name = '', value = ''] = (words[(at += 1)] ?? '').split(/:\s*(.*)/su);
      headers[name] = value;
    } else if (word === '-d') body = words[(at += 1)];
    else if (word === '-X') method = words[(at += 1)];
    else if (word === '>') break;
    else if (word === '-s') continue;
    else if (word.startsWith('-')) throw new Error(`unknown option ${word}`);
    else url = word;
  }
  method ??= body === undefined ? 'GET' : 'POST';
  return { url, init: { method, headers, ...(body !== undefined && { body }) } };
}
