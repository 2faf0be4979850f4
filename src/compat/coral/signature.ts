import { SIGNATURES_MAX } from '../../limits/fronts.js';

/**
 * The signatures in a header `X-Coral-Signature`: `sha256=` and 64 hexadecimal digits, with commas
 * between them while Coral replaces its secret. What is of another form is passed over.
 */
export function signaturesOf(header: string | string[] | undefined): readonly string[] {
  return [header ?? []]
    .flat()
    .join(',')
    .split(',')
    .flatMap((part) => /^sha256=([0-9a-f]{64})$/iu.exec(part.trim())?.[1] ?? [])
    .slice(0, SIGNATURES_MAX);
}
