import type { Topic } from './topic.ts';

/** Mending after harsh words: a repair, which nobody is ever nudged about. */
export const APOLOGY: Topic = {
  kind: 'repair',
  intensity: 0.8,
  things: ['that'],
  says: ['sorry i snapped, [x] was not about you', 'i am sorry about [x]. can we start over?'],
  warm: ['thank you for saying that. we are ok, come here', 'i am sorry too. of course we can start over'],
  back: ['we are ok. i love you'],
};
