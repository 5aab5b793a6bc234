import type { Topic } from './topic.ts';

/** Hard days, worries, doubts. */
export const LOW: readonly Topic[] = [
  {
    kind: 'vulnerability',
    intensity: 0.85,
    things: ['interview', 'exam', 'presentation', 'audition'],
    says: ['i think i messed up the [x]. i feel so stupid', 'the [x] went so badly\ni just want to hide'],
    warm: [
      'oh love, that sounds so hard. what happened in the [x]?',
      'come here. one [x] is not all of you. do you want to talk about it?',
    ],
    back: ['how do you feel about the [x] now?', 'i was thinking about your [x]. are you ok?'],
  },
  {
    kind: 'vulnerability',
    intensity: 0.7,
    things: ['work', 'school', 'the shift', 'the office'],
    says: [
      'today was awful. i cried in the toilet at [x]',
      'i am so exhausted from [x] i could cry',
      'i feel like i am failing at [x]',
    ],
    warm: [
      'oh no, that sounds awful. what happened at [x]?',
      'i am so sorry. [x] is asking too much of you. want me to call tonight?',
    ],
    back: ['how are you after that day at [x]?', 'is [x] any better today?'],
  },
  {
    kind: 'vulnerability',
    intensity: 0.7,
    things: ['my mom', 'my sister', 'my dad', 'my brother'],
    says: [
      'i am so worried about [x]',
      'feeling really lonely here since the call with [x]',
      '[x] said i am a disappointment and it really hurt',
    ],
    warm: ['that must hurt. what did [x] say?', 'oh love. you are not alone with that, i am here. tell me about [x]?'],
    back: ['any news from [x]?', 'how are things with [x] today?'],
  },
  {
    kind: 'vulnerability',
    intensity: 0.6,
    things: ['moving', 'money', 'the operation', 'the new team'],
    says: ['i am scared about [x] tbh', 'cant stop worrying about [x], i did not sleep at all'],
    warm: [
      'what scares you most about [x]? i want to understand',
      'it makes sense to be scared of [x]. we do it together',
    ],
    back: ['are you still worried about [x]?', 'how is the head about [x]?'],
  },
  {
    kind: 'vulnerability',
    intensity: 0.5,
    things: ['fine', 'nothing'],
    says: ['idk..\nnvm its [x]', 'it was one of those days again.. nvm, [x]'],
    warm: ['hey, it does not sound like [x]. what is going on?', 'you can tell me. what happened?'],
    back: ['what was that about earlier, are you ok?', 'you said nvm before. i would like to hear it'],
  },
];
