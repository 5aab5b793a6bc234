/** "Help me respond", in the menu of a message: ways to answer, never an answer. */
export const respond = {
  name: 'Help me respond',
  where: 'This is in the menu of a message: hold it, or click it with the right button, then “Apps”.',

  heading: '**A few ways to answer, in your own words** (only you see this)',
  /** Advice nobody asked for makes people feel less heard (Yin et al. 2024). */
  slowly: 'No hurry here. Listen first, and ask before you advise.',
  generalHeading: '**Ways to show that you are interested, in your own words** (only you see this)',
  /** Three at a time; each page has one to ask, one to take in, one to give. */
  general: [
    'Ask one question about it that you would like to have answered.',
    'Say what of it stayed with you.',
    'Tell them something small from your day that goes with it.',

    'Ask how it was for them.',
    'Let them know that you read it, even if the rest comes later.',
    'Say something friendly that has nothing to do with the subject.',

    'Ask what happens next, or what they hope for.',
    'Take up one word of it and stay with that for a moment.',
    'Suggest doing something together, however small.',
  ],
  unread: 'Nod reads English only, so these fit any message.',
  another: 'Another',
  kept: 'Nod keeps nothing of the message.',

  /** Alike for a fight, for danger, and for whatever else is not Nod’s to help with. */
  calm: [
    'Nod leaves this one to you two. There is no hurry: a pause is fine, if you say when you will be back.',
    'If you two are at odds, `/nod repair` has ideas. If it is about more than that, or you would like a person to talk to, `/nod help`.',
  ].join('\n'),
  own: 'This one is yours. If there is something you would like to say or to have, `/nod ask` helps you put it plainly.',
  elsewhere: 'This works on what your partner wrote in the channel that you two share with Nod.',
  /** The same whoever of the two has not switched it on, and for everybody else. */
  notBoth: 'This works once both of you have switched it on for yourselves.',
} as const;
