import { type Scene, them, you } from './scene.ts';

/** Promises, and answers that have to wait. */
export const LATER: readonly Scene[] = [
  {
    id: 'later-tonight',
    from: 'Nils',
    chat: [
      them('they want me to lead the choir trip!!'),
      you('in a meeting, but i want to hear everything tonight!!'),
      them('deal 😄'),
    ],
    now: 'It is tonight. You are both on the sofa, each behind a screen.',
    nod: {
      does: 'whisper',
      kind: 'good-news',
      reason: 'promise',
      hint: 'promise/ask-for-it',
    },
    choices: [
      {
        reply: 'Phone away. The choir trip: from the start, please',
        why: 'You said you would come back, and here you are. It may be worth more than the first cheer.',
      },
      {
        reply: 'I’m wiped out. Breakfast tomorrow, for real?',
        why: 'A new time is coming back too, as long as breakfast happens.',
      },
      {
        reply: '(wait until Nils brings it up)',
        why: 'He may. He may also think that you only said it to be nice.',
      },
    ],
  },
  {
    id: 'later-asleep',
    from: 'Zoe',
    chat: [them('can’t sleep'), them('keep thinking about the move'), them('you’re asleep, it’s ok')],
    now: 'She wrote at twenty to one. You were asleep. Now it is seven.',
    nod: {
      does: 'nothing',
      because: 'You were asleep. Nobody is late who sleeps: such hours count for nothing, and Nod wakes nobody up.',
    },
    choices: [
      {
        reply: 'Just woke up to this. Did you get some sleep? Let’s talk it over with coffee',
        why: 'It picks up her night first thing and makes room for it.',
      },
      {
        reply: 'Morning ☀️',
        why: 'A friendly start. It leaves out that she lay awake.',
      },
      {
        reply: 'You should put the phone away at night',
        why: 'There may be something in it. She wrote about the move, though, not about the phone.',
      },
    ],
  },
  {
    id: 'later-landlord',
    from: 'Adam',
    chat: [them('could you ring the landlord? can’t face him today'), you('this podcast is great, sending it')],
    now: 'The podcast was great. The question is still there.',
    nod: {
      does: 'whisper',
      kind: 'request',
      reason: 'passed-over',
      hint: 'request/any-answer',
    },
    choices: [
      {
        reply: 'I’ll ring him at four. You’re off the hook',
        why: 'A yes with a time. Adam can stop thinking about it.',
      },
      {
        reply: 'Can’t today, sorry. Tomorrow at nine, I promise',
        why: 'A no for now that says when. That is a clear answer too.',
      },
      {
        reply: 'What did he do this time?',
        why: 'Interested. Whether somebody rings him is still open.',
      },
    ],
  },
  {
    id: 'later-voice-note',
    from: 'Carla',
    chat: [them('[voice note, 4:12]'), you('on a train, will listen at home!')],
    now: 'You have been home for three hours, most of it cooking.',
    nod: {
      does: 'whisper',
      kind: 'attention',
      reason: 'promise',
      hint: 'promise/new-time',
    },
    choices: [
      {
        reply: 'Ears on now. The part about your aunt!! Did she really?',
        why: 'One thing from it says that you listened to all four minutes.',
      },
      {
        reply: 'Fell into the cooking. I’ll listen in bed, promise',
        why: 'It keeps the thread. Carla knows that it is not lost.',
      },
      {
        reply: 'Can you give me the short version?',
        why: 'Practical. She had talked to you for four minutes, and now it is a summary.',
      },
    ],
  },
];
