import { type Scene, them, you } from './scene.ts';

/** Moments in which Nod stays out of it, whatever is ticked. */
export const SILENCE: readonly Scene[] = [
  {
    id: 'silence-fight',
    from: 'Ben',
    chat: [
      them('you never listen'),
      you('because you only ever complain'),
      them('there it is. you always turn it around'),
      them('forget it'),
    ],
    now: 'Your heart is beating fast, and your thumb is over the keys.',
    nod: {
      does: 'nothing',
      because:
        'You two are in a fight. Where Nod hears one, it keeps out of it and stays quiet for a while after. No bot has the line for this.',
    },
    choices: [
      {
        reply: '(write nothing for now)',
        why: 'Often the best line there is. Nothing has to be settled in the next minute.',
      },
      {
        reply: 'I’m too wound up. Give me half an hour, then I want to hear you',
        why: 'A pause with an end: Ben knows that you are not leaving, only cooling down.',
      },
      {
        reply: 'You started it',
        why: 'It may even be so. It leaves out that you would both rather not be here.',
      },
    ],
  },
  {
    id: 'silence-grief',
    from: 'Marta',
    chat: [them('grandpa died this morning')],
    now: 'You are at work, an hour from home.',
    nod: {
      does: 'nothing',
      because: 'This is grief. Where Nod recognises it, it stays out of the way, and for a while after.',
    },
    choices: [
      {
        reply: 'Oh Marta. I’m so sorry. I’m coming home',
        why: 'Three short sentences and you. There is little to add.',
      },
      {
        reply: 'I’m so sorry. Shall I call, or come, or both?',
        why: 'She need not think of anything, only say yes.',
      },
      {
        reply: 'At least he had a long life',
        why: 'True and kindly meant. This morning is not yet the time for “at least”.',
      },
    ],
  },
  {
    id: 'silence-snapped',
    from: 'Ruth',
    chat: [
      you('can you PLEASE just answer a simple question'),
      them('don’t talk to me like that'),
      them('…sorry. i snapped, that wasn’t about you'),
    ],
    now: 'The second line hurt. The third came a minute later.',
    nod: {
      does: 'nothing',
      because:
        'She is making it good again herself. Nod never whispers about an apology: taking it up is nobody’s duty.',
    },
    choices: [
      {
        reply: 'Thank you. I was sharp as well. Bad day?',
        why: 'You take her hand and own your bit. Then you two can talk.',
      },
      {
        reply: 'Thanks for saying that. I need a moment',
        why: 'Honest and not closed. An apology can be taken in slowly.',
      },
      {
        reply: 'Fine.',
        why: 'It ends the exchange. She will not know if it is fine, and perhaps you do not either.',
      },
    ],
  },
  {
    id: 'silence-dead',
    from: 'Kai',
    chat: [them('this all-hands has a part TWO'), them('i’m dead 💀 bury me with my laptop')],
    now: 'You are in the other meeting.',
    nod: {
      does: 'nothing',
      because: 'It is a joke, and you are busy until noon. Nod whispers into nobody’s meeting.',
    },
    choices: [
      {
        reply: 'Here lies Kai. He had one more slide',
        why: 'You play along. It is all he wanted from you.',
      },
      { reply: '💀', why: 'One sign, and he is not alone in part two.' },
      {
        reply: 'Why don’t you just leave?',
        why: 'A sensible question to a joke. What is left out is the joke.',
      },
    ],
  },
];
