import { type Scene, them, you } from './scene.ts';

/** Memes, teasing, things to look at. */
export const PLAY: readonly Scene[] = [
  {
    id: 'play-raccoon',
    from: 'Pia',
    chat: [them('[picture: a raccoon in a dressing gown, holding a mug]'), them('you before coffee')],
    now: 'You are between two calls.',
    nod: { does: 'whisper', kind: 'play', reason: 'silence', hint: 'play/laughing-emoji' },
    choices: [
      {
        reply: 'Rude. Accurate. I would like that gown',
        why: 'You take up the joke and pass it back. That is the whole game.',
      },
      { reply: '😂', why: 'It lands. A joke wants a laugh, and there it is.' },
      {
        reply: 'In calls all day',
        why: 'True. Pia only learns that it came at a bad time; an emoji more and it would be a smile.',
      },
    ],
  },
  {
    id: 'play-cat',
    from: 'Diego',
    chat: [them('bet you can’t guess what the cat did 😏'), you('did the parcel come?')],
    now: 'The parcel came. The cat has been left in suspense for half an hour.',
    nod: {
      does: 'whisper',
      kind: 'play',
      reason: 'passed-over',
      hint: 'play/take-a-guess',
    },
    choices: [
      {
        reply: 'Opened the parcel, kept the contents, sits in the box',
        why: 'A guess is all he was after. A silly one is better than a good one.',
      },
      { reply: 'Ok, what did the cat do', why: 'It lands: now he can tell it. Even late, a joke keeps.' },
      {
        reply: 'If it’s the sofa again you pay this time',
        why: 'Perhaps you are right. It turns the cat’s great deed into a bill.',
      },
    ],
  },
  {
    id: 'play-dog',
    from: 'Ida',
    chat: [them('look at this dog'), them('[photo: a very small dog in a very large basket]')],
    now: 'You scroll past it on the way to something else.',
    nod: {
      does: 'whisper',
      kind: 'attention',
      reason: 'silence',
      hint: 'attention/one-detail',
    },
    choices: [
      {
        reply: 'That ear! He looks like he owns the shop',
        why: 'One detail shows that you looked. That is what a dog photo asks for.',
      },
      { reply: '🐶❤️', why: 'Seen and liked, in two signs. Plenty for a dog in a basket.' },
      {
        reply: 'We can’t have a dog, you know that',
        why: 'It answers a question Ida did not ask. She wanted you to see it with her.',
      },
    ],
  },
  {
    id: 'play-mock-threat',
    from: 'Vik',
    chat: [
      you('i may have eaten your noodles'),
      them('do that again and i’m marrying the dishwasher 😤'),
      them('at least it’s loyal 😂'),
    ],
    now: 'You are still laughing.',
    nod: {
      does: 'nothing',
      because:
        'It sounds like a threat and is a joke between two who both laugh. Nod has nothing to add to a joke, and where it is in doubt it says nothing.',
    },
    choices: [
      {
        reply: 'I’ll be your witness. It cleans up nicely',
        why: 'You stay in the joke, and the noodles are forgiven by the time you both laugh.',
      },
      {
        reply: '😂😂 new noodles are on me',
        why: 'A laugh and a small making good. It lands twice.',
      },
      {
        reply: 'Wow, calm down, it’s only noodles',
        why: 'It takes the joke at its word. What is left out is the 😂.',
      },
    ],
  },
];
