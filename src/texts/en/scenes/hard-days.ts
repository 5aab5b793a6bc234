import { type Scene, them, you } from './scene.ts';

/** Something weighs on them, and they say so. */
export const HARD_DAYS: readonly Scene[] = [
  {
    id: 'hard-awful-day',
    from: 'Lea',
    chat: [them('today was awful'), you('oh and can you pick up milk')],
    now: 'Ten minutes later. You had the shopping list open and did not see her line in time.',
    nod: {
      does: 'whisper',
      kind: 'vulnerability',
      reason: 'passed-over',
      hint: 'vulnerability/talk-about-it',
    },
    choices: [
      {
        reply: 'Forget the milk. Do you want to tell me, or just some peace?',
        why: 'It comes back to the day and lets Lea choose. No need to guess what would help.',
      },
      {
        reply: 'Try to get to bed early tonight',
        why: 'Good advice, and it comes first. What the day was like is left out.',
      },
      {
        reply: 'Tomorrow will be better!',
        why: 'Kind and hopeful. It skips to tomorrow while Lea is still in today.',
      },
    ],
  },
  {
    id: 'hard-interview',
    from: 'Sam',
    chat: [them('i think i messed up the interview'), them('went blank at the easiest question')],
    now: 'You are on a break and have read it.',
    nod: {
      does: 'whisper',
      kind: 'vulnerability',
      reason: 'silence',
      hint: 'vulnerability/advice-later',
    },
    choices: [
      {
        reply: 'Ugh, and you had worked so hard for it. That must sting',
        why: 'It stays with Sam for a moment before anything has to be done about it.',
      },
      {
        reply: 'Write them a short mail and explain, it often helps',
        why: 'It may well help, an hour from now. First of all it is one more thing to do.',
      },
      {
        reply: 'I’m sure it went fine',
        why: 'Meant to lift. Sam was there and thinks otherwise, so it can feel like being talked out of it.',
      },
    ],
  },
  {
    id: 'hard-party',
    from: 'Noor',
    chat: [them('everyone here knows each other'), them('i’ve been reading the label on my bottle for 20 min lol')],
    now: 'You stayed at home tonight, with a cold.',
    nod: {
      does: 'whisper',
      kind: 'vulnerability',
      reason: 'silence',
      hint: 'vulnerability/here',
    },
    choices: [
      {
        reply: 'That’s a lonely spot. I’m here, text me as much as you like',
        why: 'The “lol” is left alone and the loneliness is not. And Noor has company now.',
      },
      { reply: '🫂', why: 'A small sign and a real one. From somebody with a cold it is plenty.' },
      {
        reply: 'Just walk up to someone!',
        why: 'It sounds easy from a sofa. It leaves out how it is to stand there.',
      },
    ],
  },
  {
    id: 'hard-birthday',
    from: 'Kofi',
    chat: [
      them('mum forgot my birthday'),
      them('not a big thing. just noticed'),
      you('is the car back from the garage?'),
    ],
    now: 'The car is back. Half an hour has passed.',
    nod: {
      does: 'whisper',
      kind: 'vulnerability',
      reason: 'passed-over',
      hint: 'vulnerability/makes-sense',
    },
    choices: [
      {
        reply: 'I skipped over something. That would sting me too',
        why: 'It goes back without a fuss and says that minding it makes sense.',
      },
      {
        reply: 'She’s had so much on, don’t take it hard',
        why: 'Kind to his mother. Kofi is asked to stop minding before anyone minded with him.',
      },
      {
        reply: 'Shall I say something to her?',
        why: 'You would go out of your way. He has not asked for that yet, only told you.',
      },
    ],
  },
];
