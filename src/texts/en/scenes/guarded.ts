import { type Scene, them, you } from './scene.ts';

/** Not said, or said behind a laugh. */
export const GUARDED: readonly Scene[] = [
  {
    id: 'guarded-its-fine',
    from: 'Ella',
    chat: [you('i’ll stay at the office a bit longer ok?'), them('idk..'), them('nvm'), them('it’s fine')],
    now: 'You have read it twice.',
    nod: {
      does: 'whisper',
      kind: 'vulnerability',
      reason: 'silence',
      hint: 'guarded/small-opening',
    },
    choices: [
      {
        reply: 'It’s all right if it isn’t fine. What was the “idk”?',
        why: 'It opens the door a little, and Ella can still leave it shut.',
      },
      {
        reply: 'Ok great, see you at nine!',
        why: 'It takes her at her word, which is fair. If there was more, it is harder to say now.',
      },
      {
        reply: 'What is it now?',
        why: 'It does ask. The “now” makes it sound as if asking were a bother.',
      },
    ],
  },
  {
    id: 'guarded-useless',
    from: 'Finn',
    chat: [them('third try and the shelf is still crooked'), them('haha turns out i’m useless at this too')],
    now: 'He laughed. It was the “too”.',
    nod: {
      does: 'whisper',
      kind: 'vulnerability',
      reason: 'silence',
      hint: 'vulnerability/heard',
    },
    choices: [
      {
        reply: 'The shelf, fine. But “too”? What else happened today?',
        why: 'You heard the small word. If it was only a joke, no harm is done.',
      },
      {
        reply: 'Haha remember the lamp',
        why: 'A joke for a joke, fond between some. If there was more behind it, Finn stays alone with it.',
      },
      {
        reply: 'You’re not useless, stop it',
        why: 'Loving, and quick to close. He may need a minute to say why it feels so.',
      },
    ],
  },
  {
    id: 'guarded-short',
    from: 'Yara',
    chat: [
      you('how was the day with your brother?'),
      them('ok'),
      you('did you two go to the lake?'),
      them('no'),
      them('going to bed. night'),
    ],
    now: 'It is half past eight. Yara is the one of you who writes novels.',
    nod: {
      does: 'nothing',
      because:
        'Short lines alone tell nothing for sure: tired, busy, sad. You know her; Nod does not, so it leaves this to you.',
    },
    choices: [
      {
        reply: 'Night, love. I’m up a while if you want to talk, or just not talk',
        why: 'It asks for nothing and leaves a light on.',
      },
      { reply: 'Sleep well ❤️', why: 'Warm, and it lets her be. Tomorrow is a good time to ask.' },
      {
        reply: 'Did I do something??',
        why: 'Understandable. Now Yara has to look after your worry before her own.',
      },
    ],
  },
  {
    id: 'guarded-must-be-nice',
    from: 'Tess',
    chat: [you('pub with the others tonight, home around ten'), them('must be nice to have plans')],
    now: 'You cannot tell how that was meant.',
    nod: {
      does: 'nothing',
      because:
        'A joke, a sigh or a reproach: it could be any of them, and Nod cannot hear the tone. Unsure, it stays silent.',
    },
    choices: [
      {
        reply: 'Was that a joke, or would you like an evening like that too?',
        why: 'You ask instead of guessing, and you offer what may be behind it.',
      },
      {
        reply: 'Come along! There’s a chair',
        why: 'Warm and quick. It may be just the thing, or she wanted you rather than the pub.',
      },
      {
        reply: 'You could make plans too, you know',
        why: 'True enough. It answers the words and leaves out the sigh.',
      },
    ],
  },
];
