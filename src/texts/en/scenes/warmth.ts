import { type Scene, them, you } from './scene.ts';

/** Something loving, however small. */
export const WARMTH: readonly Scene[] = [
  {
    id: 'warmth-heart',
    from: 'Luis',
    chat: [you('long day, home late, sorry'), them('❤️')],
    now: 'That was all. It is seven in the evening.',
    nod: {
      does: 'nothing',
      because: 'A heart is an answer. For Nod this moment is over, and a good one.',
    },
    choices: [
      { reply: '❤️', why: 'Heart for heart. Nothing more is needed.' },
      {
        reply: 'Keep me a plate? I’ll be the tired one at the door',
        why: 'A bit of your day for his heart. It gives him something to look forward to.',
      },
      {
        reply: 'Is that all I get?',
        why: 'As a joke it may be fine. Read on a bad day, it makes his small sign smaller.',
      },
    ],
  },
  {
    id: 'warmth-dishes',
    from: 'Mei',
    chat: [them('came home to a clean kitchen. thank you ❤️'), you('do we need bin bags')],
    now: 'You do need bin bags. That was half an hour ago.',
    nod: {
      does: 'whisper',
      kind: 'affection',
      reason: 'passed-over',
      hint: 'affection/how-it-felt',
    },
    choices: [
      {
        reply: 'That made me happy just now, on the bus. You’re welcome',
        why: 'Her thanks arrived, and she gets to know it.',
      },
      { reply: '😊', why: 'Enough to say that you read it. Thanks need no speech.' },
      {
        reply: 'Well, someone had to',
        why: 'Perhaps meant dryly. It turns her thanks into a list of who does what.',
      },
    ],
  },
  {
    id: 'warmth-far-away',
    from: 'Omar',
    chat: [them('walked past our bench today'), them('miss your face')],
    now: 'You live nine hours apart this year. It is noon where you are, and your soup is getting cold.',
    nod: {
      does: 'whisper',
      kind: 'affection',
      reason: 'silence',
      hint: 'affection/if-you-were-there',
    },
    choices: [
      {
        reply: 'Our bench! I’d sit down and not get up for an hour. Call tomorrow?',
        why: 'You are on that bench with him for a moment, and the call has a day.',
      },
      { reply: 'Miss yours more', why: 'Four seconds of work, and he carries it through his evening.' },
      {
        reply: 'Only five more months',
        why: 'Meant to comfort. It counts the days instead of saying that you miss him too.',
      },
    ],
  },
  {
    id: 'warmth-proud',
    from: 'Jana',
    chat: [them('watched you with your dad today. you’re so patient with him')],
    now: 'Compliments make you look at your shoes.',
    nod: {
      does: 'whisper',
      kind: 'affection',
      reason: 'silence',
      hint: 'affection/heart',
    },
    choices: [
      {
        reply: 'I never know what to say to that. But I’ll keep it. Thank you',
        why: 'Shy and honest. Jana sees that it reached you.',
      },
      { reply: '❤️', why: 'Plenty. It says: I read it, and it was good to read.' },
      {
        reply: 'Not really, you should have seen me on Sunday',
        why: 'Modest. It hands her gift back unopened.',
      },
    ],
  },
];
