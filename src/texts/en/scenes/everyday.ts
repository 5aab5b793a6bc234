import { type Scene, them, you } from './scene.ts';

/** Questions, plans, a thing seen on the way. */
export const EVERYDAY: readonly Scene[] = [
  {
    id: 'everyday-dentist',
    from: 'Greta',
    chat: [them('how did the dentist go? were you ok?'), you('what do you want for dinner')],
    now: 'Dinner is decided. Half of your face is still numb.',
    nod: {
      does: 'whisper',
      kind: 'interest',
      reason: 'passed-over',
      hint: 'interest/one-real-thing',
    },
    choices: [
      {
        reply: 'Two fillings, and I held the nurse’s hand. Soup, please',
        why: 'She asked about you, and here is a piece of you.',
      },
      {
        reply: 'All fine, thanks for asking 😊',
        why: 'Short and warm. She knows that you saw the question.',
      },
      { reply: 'Ok', why: 'It does answer. What it leaves out is that she thought of you.' },
    ],
  },
  {
    id: 'everyday-film',
    from: 'Hugo',
    chat: [them('film tonight? the one with the lighthouse')],
    now: 'You had hoped for an evening with nobody in it.',
    nod: {
      does: 'whisper',
      kind: 'request',
      reason: 'silence',
      hint: 'request/kind-no',
    },
    choices: [
      {
        reply: 'Tonight I need to be a potato. Saturday, lighthouse, you and me?',
        why: 'A no to the evening and a yes to Hugo.',
      },
      {
        reply: 'Yes',
        why: 'A clear answer, which is good to get. Only if it is a yes, though.',
      },
      {
        reply: 'Let’s see',
        why: 'It puts off the no. He now has to ask twice, and you have to say it anyway.',
      },
    ],
  },
  {
    id: 'everyday-pink-door',
    from: 'Ravi',
    chat: [them('so weird, the neighbours painted their door pink'), them('like PINK pink')],
    now: 'You read it in a queue. Nothing hangs on it.',
    nod: {
      does: 'nothing',
      because: 'It is a small remark. Nod lets most of them be; a day has a hundred, and nobody answers them all.',
    },
    choices: [
      {
        reply: 'Flamingo or toothpaste? I need to know',
        why: 'You look at the door together, from a queue. It costs nothing.',
      },
      { reply: 'Ha', why: 'Heard. For a pink door that will do.' },
      {
        reply: '(say nothing)',
        why: 'That happens a hundred times a day in every home, and is no harm in itself.',
      },
    ],
  },
  {
    id: 'everyday-first-day',
    from: 'Anouk',
    chat: [them('did your first day feel ok? i thought of you at nine')],
    now: 'It was a long first day, and it does not fit into a message.',
    nod: {
      does: 'whisper',
      kind: 'interest',
      reason: 'silence',
      hint: 'interest/long-story',
    },
    choices: [
      {
        reply: 'So much! Too much to type. Tea at eight and I tell you all?',
        why: 'The story waits, and her question does not.',
      },
      {
        reply: 'You thought of me at nine? That’s when my badge did not work 🙈',
        why: 'One small scene, and the nice part of her message is taken up.',
      },
      {
        reply: 'Tired. Talk later',
        why: 'Fair after such a day. It leaves out when, and that it was good to be asked.',
      },
    ],
  },
];
