declare module 'naughty-words' {
  /** Words by language code. */
  const words: Readonly<Record<string, readonly string[]>>;
  // A CommonJS package has nothing else.
  // eslint-disable-next-line no-restricted-syntax
  export default words;
}
