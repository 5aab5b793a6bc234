/** What Nod says when the quiet first days are over: first what the person gave. */
export const firstLook = {
  heading: '**The first days are over**',
  gave: 'Nod has only listened so far. This is what you gave:',
  nothing: 'Nod has only listened so far, and there was little for it to hear. That is fine too.',
  /** While Nod rests nothing is said of what was given, and nothing that would tell a rest from a deletion. */
  resting: 'Nod has only listened so far.',
  from: 'From now on it may write to you now and then, at most as often as you chose.',
  ask: (count: number) =>
    count === 1
      ? 'Once it would have written on the last of those days. Would a word there have helped?'
      : 'Twice it would have written on the last of those days. Would a word there have helped?',
  moment: (number: number, about: string) => `${number}. ${about}`,
  yes: (number: number) => `${number}: yes`,
  no: (number: number) => `${number}: no`,
  never: (number: number) => `${number}: never for this`,
  thanks: 'Thank you, that helps Nod to keep quiet at the right times.',
} as const;
