/** The tables inside the `sentiment` package, which its own types leave out. */
declare module 'sentiment/languages/en/index.js' {
  const english: {
    readonly labels: Readonly<Record<string, number>>;
    readonly scoringStrategy: {
      /** What the token at the cursor is worth, given those before it. */
      apply(tokens: readonly string[], cursor: number, worth: number): number;
    };
  };
  export = english;
}
