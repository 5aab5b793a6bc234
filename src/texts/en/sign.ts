/** What `/nod sign` says. */
export const sign = {
  suggestions: ['🫖', '🔖', '🕯️', '🌙', 'none'],
  nothing: 'none',
  none: 'You two have no sign yet. One emoji, such as 🫖, can mean “seen, I want to hear this, not now”: `/nod sign emoji:🫖` chooses it.',
  is: (emoji: string) =>
    `The sign of you two is ${emoji}. As a reaction it means “seen, I want to hear this, not now”; it counts at once, and Nod reminds whoever gave it.`,
  chosen: (emoji: string) =>
    `${emoji} is now the sign of you two: as a reaction it means “seen, I want to hear this, not now”. Tell the other what it means; Nod does not.`,
  gone: 'You two have no sign any more.',
  everyday: 'That one already says something by itself. Please choose one that you two hardly use, such as 🫖.',
  unreadable: 'Please give one emoji that Discord has for everyone, such as 🫖, or `none`.',
} as const;
