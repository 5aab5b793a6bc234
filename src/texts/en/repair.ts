/** What `/nod repair` says: to one person, about their own part, and the same words to everyone. */
export const repair = {
  heading: '**To make things good again** (only you see this)',
  /** Mending early, and by feeling more than by reasons, worked best (Gottman, Driver & Tabares 2015). */
  first:
    'A small kind step, early, does more than the best reasons. How you two feel comes first; who is right can wait for another day.',

  pause: [
    '**If it is too hot just now: a pause**',
    'Say in your own words that you need one, and when you will be back: in half an hour, after dinner, tomorrow at nine. Then be the one who comes back.',
  ].join('\n'),

  some: '**Or one small move of your own**',
  /** To be done in one's own words. Each page of three has different ones: a part owned, a feeling, some warmth. */
  moves: [
    'Name one thing in it that was yours, with no “but” behind it.',
    'Say in one plain word how you feel, and leave the reasons for later.',
    'Say that you two are all right underneath, even if this is not settled yet.',

    'If it came out sharper than you meant, say so.',
    'Ask how it was for them, and only listen to the answer.',
    'Say one thing you like about them that is true today as well.',

    'Say what you would do differently if the last ten minutes came again.',
    'Tell them which bit of how they feel makes sense to you. You need not agree on the rest.',
    'Laugh at yourself a little, never at them, and only if it feels light enough.',

    'Be sorry for one thing you did, not for how they took it.',
    'Say that it hurts to be at odds with them. It may be all there is to say at first.',
    'Offer a hand, a hug or a call, and let them choose.',

    'Say what you wish you had asked before you answered.',
    'Say what you were afraid of in it, if it was something.',
    'Ask whether you two could begin again, as if you had just come in.',

    'Thank them for something they did well in it, such as staying in the talk.',
    'Bring up an old joke that belongs to you two, if you both can smile at it now.',
    'Do a small thing for them that you would do on a good day.',

    'If it was the tone, own the tone. The subject can wait its turn.',
    'Tell them what you needed just then and had no words for.',
    'Make two cups of something, or send a picture of one, and say that it is meant kindly.',

    'If you have been sorry for this before, say what you will do about it this time, and keep it small.',
    'Say that being close to them matters more to you than being right.',
    'Ask what would do them good now, and take “nothing yet” for an answer.',
  ],
  another: 'Another',

  rest: 'Nobody owes an answer to it, today or at all. Once is enough; if it is too soon, let it rest.',
  kept: 'Nod posts nothing, tells nobody and counts nothing of this. It says the same to everyone at any time.',
  /** Verbatim from the trust page, and always the last words. */
  unsafe: 'If you are not safe, this is not a thing to repair: /nod help.',
} as const;
