import type { Topic } from './topic.ts';

/** Good things of one's own life, great and small. */
export const GOOD_NEWS: readonly Topic[] = [
  {
    kind: 'good-news',
    intensity: 0.95,
    things: ['the job', 'the apprenticeship', 'the grant', 'the residency'],
    says: ['guess what\nI GOT [x]!!!!\n🎉🎉', 'i got [x]!!!! after two years of trying', 'THEY CALLED. i got [x]!!!'],
    warm: [
      'WHAT. you got [x]!!! i am so proud of you, when do you start??',
      'no way!!! [x]!!! tell me everything',
      'i knew it!! how did they tell you? we are celebrating tonight 🎉',
    ],
    back: ['so, [x]! tell me how they said it', 'i keep thinking about [x]. what did they say exactly?'],
  },
  {
    kind: 'good-news',
    intensity: 0.9,
    things: ['driving test', 'board exam', 'thesis defence', 'final'],
    says: ['I PASSED my [x]!!!', 'passed my [x]!!! first try 😭🎉', 'omg i passed the [x], i am shaking'],
    warm: [
      'you passed the [x]!!! what was the hardest part?',
      'YES!! all that studying. i am so so happy for you, what did they say?',
    ],
    back: ['so how was the [x] really, from the start?', 'tell me about the [x] again, i want the long version'],
  },
  {
    kind: 'good-news',
    intensity: 0.85,
    things: ['scan', 'biopsy', 'blood test', 'check up'],
    says: ['all clear!! the [x] came back and it is all clear', 'the [x] is fine!!! i am so relieved i could cry'],
    warm: [
      'oh thank god. all clear! how are you feeling now?',
      'i am so relieved!! the [x] had me worried too, what did the doctor say?',
    ],
    back: ['how did you sleep after the [x] news?', 'still so glad about the [x]. how do you feel today?'],
  },
  {
    kind: 'good-news',
    intensity: 0.6,
    things: ['my boss', 'the client', 'my teacher', 'the editor'],
    says: ['[x] said my draft was the best one!!', '[x] loved the presentation! like really loved it'],
    warm: [
      'of course [x] did! which part did they like most?',
      'that is great!! you worked so hard on it, what did [x] say?',
    ],
    back: ['what did [x] say in the end about it?', 'did [x] say anything more about it?'],
  },
  {
    kind: 'good-news',
    intensity: 0.55,
    things: ['10k', 'half marathon', 'climb', 'swim'],
    says: ['i finished the [x]!! new personal best', 'did my first [x] without stopping!!!'],
    warm: [
      'without stopping!! how do your legs feel after the [x]?',
      'a personal best! what was your time on the [x]?',
    ],
    back: ['how are your legs after the [x]?', 'i told everyone about your [x] btw'],
  },
  {
    kind: 'good-news',
    intensity: 0.3,
    things: ['sourdough', 'basil', 'old radio', 'bike'],
    says: ['the [x] finally works!! i did it :)', 'guess who fixed the [x] today :) me'],
    warm: ['the [x]!! how did you do it?', 'you saved the [x], show me a photo?'],
    back: ['show me the [x] later?', 'is the [x] still going?'],
  },
];
