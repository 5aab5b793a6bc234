/** What a recap says; its lines are those of `/nod us` and `/nod me`. */
export const recap = {
  heading: (from: string, to: string) => `**A week that is over: ${from} to ${to}**`,
  own: '**What you gave**',
  together: '**What you two shared**',
  empty: 'There is nothing to tell of the last week that is over. Only whole weeks are told, at least two days later.',
  more: '`/nod settings` says what comes by the week.',
} as const;
