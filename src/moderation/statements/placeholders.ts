/** What a template may name; each stands for a text, which may be empty. */
export const PLACEHOLDERS = [
  'standard',
  'words',
  'thread',
  'date',
  'reason',
  'contact',
  'terms_url',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACE = /\{([^{}]*)\}/gu;

/** The template with every `{name}` replaced by its value; a value is never read as a template. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(PLACE, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] as string) : whole,
  );
}

/** What is wrong with a publisher's template, as a sentence; null for nothing. */
export function templateFault(template: string): string | null {
  if (template.trim() === '') return 'This must say something, or be left out.';
  const known: readonly string[] = PLACEHOLDERS;
  for (const [, name = ''] of template.matchAll(PLACE)) {
    if (!known.includes(name)) {
      const names = PLACEHOLDERS.map((each) => `{${each}}`).join(', ');
      return `There is no placeholder {${name.slice(0, 60)}}. Known here: ${names}.`;
    }
  }
  if (/[{}]/u.test(template.replace(PLACE, ''))) return 'A brace is open or closed without the other.';
  return null;
}
