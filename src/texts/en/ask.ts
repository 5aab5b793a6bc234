/** What somebody typed after the three openings; an empty one was left out. */
export interface AskedFor {
  readonly happened: string;
  readonly feel: string;
  readonly wish: string;
}

/** A feeling told as a sentence of its own; anything else goes on after "I feel". */
const TOLD_WHOLE = /^(?:i|im|it|its|my|we|you|he|she|they|feel|feeling)(?:['’]\w+)?(?![\w'’])/i;
/** A wish that is a sentence or a question of its own. */
const WISHED_WHOLE = /^(?:i|we|it|can|could|would|will|please|let|don)(?:['’]\w+)?(?![\w'’])|\?$/i;
/** How a wish begins that goes on after "I'd like", as the examples on the form do. */
const FOLLOWS_LIKE =
  /^(?:to|not|an?|no|some|someone|you to|us to|for|your|the|more|less|ideas?|advice|help|time|company|it if|nothing)(?![\w'’])/i;
/** A dot after one of these would be one too many: closing marks, and emoji with all that can hang on them. */
const ENDED =
  /(?:[.!?…。！？)\]'"’”]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3)$/u;

function sentence(words: string): string {
  return ENDED.test(words) ? words : `${words}.`;
}

function sayFeeling(words: string): string {
  return sentence(TOLD_WHOLE.test(words) ? words : `I feel ${words}`);
}

function sayWish(words: string): string {
  if (FOLLOWS_LIKE.test(words)) return sentence(`I'd like ${words}`);
  return sentence(WISHED_WHOLE.test(words) ? words : `What I'd like: ${words}`);
}

/** What `/nod ask` says, and the frame it puts somebody's own words into. */
export const ask = {
  title: 'Ask plainly',
  happened: 'What happened (if you want to tell)',
  happenedExample: 'the meeting went badly and i am still turning it over',
  feel: 'How I feel',
  feelExample: 'tired, and a bit small',
  wish: "What I'd like",
  wishExample: 'to be listened to · a hug or company · ideas · some time alone',

  /** One line a part, in the order they are easiest to hear; nothing is said about what was left out. */
  frame({ happened, feel, wish }: AskedFor): string {
    return [
      happened === '' ? '' : sentence(happened),
      feel === '' ? '' : sayFeeling(feel),
      wish === '' ? '' : sayWish(wish),
    ]
      .filter((line) => line !== '')
      .join('\n');
  },
  ready: [
    '**In plain words**',
    'Copy this, change it until it sounds like you, and send it yourself, if and when you like. Saying what you need is easier to answer than a hint.',
  ].join('\n'),
  cut: 'It was long, so a line that ends in “…” is cut there.',
  private: 'Nod sends it to nobody and keeps nothing of it. Only you can see this message.',
  help: 'If it is more than a message can carry: `/nod help` names people to talk to.',
  empty: 'There was nothing to put together yet. One of the three is enough, and a few words will do.',
  again: 'Begin again',
} as const;
