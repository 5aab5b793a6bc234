/** What is suggested: each a move, to be made in one's own words. */
export const hurt = {
  'hear-it-out': 'Hear it to the end before you explain anything.',
  'good-that-they-told': 'It is good that they told you. Say so, even if it stings.',
  'own-a-bit': 'Is a bit of this yours? Own that bit, in one plain line.',
  'short-sorry': 'If you are sorry, a short sorry is the best kind, with no but behind it.',
  'soft-first': 'No rush. Something soft first, the facts later.',
  'proper-answer': 'Tell them you have read it and would like to give it a proper answer, and when.',
  aloud: 'This one may be easier aloud: offer a call, or to sit down together.',
  'wished-for': 'What would they have wished for? Ask, and hear it.',
  'what-it-was-like': 'Find out what it was like for them, and only listen.',
  'another-time': 'If it has to do with the two of you, ask how you could do it another time.',
  'saw-it-hurt': 'Say that you can see it hurt. Your side of it can come later.',
  'remember-differently': 'Perhaps you remember it differently. How it felt to them is still true.',
  'where-they-stood': 'Look at it from where they stood, and tell them what you see from there.',
  'not-indifferent': 'They may wonder if it is all the same to you. If it is not, let them know.',
  'part-you-understand': 'It can still be picked up. Start with the part you understand.',
} as const;
