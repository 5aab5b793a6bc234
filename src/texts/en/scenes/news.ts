import { type Scene, them, you } from './scene.ts';

/** Good news, large and small. */
export const NEWS: readonly Scene[] = [
  {
    id: 'news-job',
    from: 'Mira',
    chat: [them('guess what'), them('I GOT IT'), them('the job!!!! 🎉'), you('did you feed the cat btw')],
    now: 'You wrote from the tram, and then the tram was full. A quarter of an hour has gone by.',
    nod: {
      does: 'whisper',
      kind: 'good-news',
      reason: 'passed-over',
      hint: 'good-news/how-it-came',
    },
    choices: [
      {
        reply: 'WAIT. You got it?! Tell me everything, from the moment the phone rang 🎉',
        why: 'Joy and a question. Mira gets to tell it, and telling it is half of good news.',
      },
      {
        reply: 'Nice, congrats!',
        why: 'Kind and quick. It closes the story, though; one question would open it again.',
      },
      {
        reply: 'Is it more money than now?',
        why: 'A fair thing to talk about tonight. It leaves out that Mira is happy.',
      },
    ],
  },
  {
    id: 'news-bread',
    from: 'Jonas',
    chat: [them('the sourdough finally rose'), them('[photo]')],
    now: 'You saw the photo at lunch and meant to answer.',
    nod: {
      does: 'whisper',
      kind: 'good-news',
      reason: 'silence',
      hint: 'good-news/few-seconds',
    },
    choices: [
      {
        reply: 'Look at those bubbles! The end piece is mine',
        why: 'It names something in the picture and looks forward to it. Small news, just as welcome.',
      },
      { reply: '👍', why: 'Seen, and that counts. What it leaves out is the bread.' },
      {
        reply: 'We still have a loaf in the freezer',
        why: 'Useful, and true. The four loaves that did not rise before this one are left out.',
      },
    ],
  },
  {
    id: 'news-all-clear',
    from: 'Aisha',
    chat: [them('just out of the doctor’s'), them('all clear!! no more check-ups until spring')],
    now: 'Your next meeting begins in a minute. There is time for one line.',
    nod: {
      does: 'whisper',
      kind: 'good-news',
      reason: 'silence',
      hint: 'good-news/now-and-later',
    },
    choices: [
      {
        reply: 'So, so glad! Off to a meeting, I want to hear all of it tonight ❤️',
        why: 'One line now, the rest later. Nobody has to say it all in a minute.',
      },
      { reply: '❤️❤️❤️', why: 'It lands: Aisha knows you read it and are glad. The words can come tonight.' },
      {
        reply: 'Told you it was nothing',
        why: 'Meant as comfort. It leaves out the weeks in which it was not nothing to Aisha.',
      },
    ],
  },
  {
    id: 'news-draft',
    from: 'Tomás',
    chat: [
      them('she read my draft'),
      them('said it was the best one she got this year'),
      you('wow'),
      you('can you be home by six for the plumber'),
    ],
    now: 'The plumber is settled. The draft has not come up again.',
    nod: {
      does: 'nothing',
      because: 'You did answer: a “wow” is an answer. Nod takes it as one and leaves the rest to you.',
    },
    choices: [
      {
        reply: 'Back to your draft: what did she like best?',
        why: 'Coming back to it later lands as well as the first minute does, sometimes better.',
      },
      {
        reply: 'All those evenings at the kitchen table. I saw them',
        why: 'It says what Tomás did for it. Being seen at work on something is rare.',
      },
      {
        reply: '(leave it at “wow”)',
        why: 'That is fine too. Quiet people are glad quietly, and Tomás may know that of you.',
      },
    ],
  },
];
