declare module 'vader-sentiment' {
  /** Scores by the rules of Hutto & Gilbert (2014); `compound` runs from −1 to 1. */
  export const SentimentIntensityAnalyzer: {
    polarity_scores(text: string): { readonly compound: number };
  };
}
