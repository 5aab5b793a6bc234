import { alike, type Hint } from './hint.ts';

/**
 * For that evening, when good news got a short answer: a short answer is no fault, there may only be more to it. The
 * process is iterative, so a later question counts (Peters et al. 2018).
 */
export const MORE_TO_SAY_HINTS: readonly Hint[] = [
  ...alike('more-to-say', { move: 'ask', celebrate: ['questions'] })({
    'how-it-felt': 'There may be more to that news. Ask how it felt when it came.',
    'one-question': 'One question is enough: whichever you are most curious about.',
    'best-moment': 'Which moment would they like to live through again? Ask them.',
    'how-others-took-it': 'How did the people around them take it? Ask.',
    'still-smiling': 'Ask if they are still smiling about it.',
    'anything-since': 'Has anything come of it in the meantime? Find out.',
    'first-step': 'What is the first thing they will do about it? A nice thing to ask tonight.',
    'work-behind': 'Behind such news there is usually a lot of work. Ask about that part.',
    'paint-it': 'Have them paint it for you: the room, the faces, the first thought.',
    'of-this-day': 'Ask what they will remember of this day.',
    nervous: 'Were they nervous before? Ask what went through their head.',
  }),
  ...alike('more-to-say', { move: 'return', celebrate: ['questions'] })({
    'whole-story': 'Now that the day is slower, ask for the whole story.',
    'told-twice': 'Bring it up again. Some things are nice to tell twice.',
    'over-food': 'Return to it over food, at one table or on two screens, and let them tell.',
    'own-voice': 'A short call could be nice: their news, told in their own voice.',
    'thank-and-more': 'Thank them for telling you. Then see if there is a little more of it.',
  }),
  ...alike('more-to-say', { move: 'celebrate', celebrate: ['words'] })({
    'crossed-your-mind': 'If their news has crossed your mind since, say so.',
    'where-it-leads': 'Where could it lead? Dream along with them for a minute.',
    'keep-thinking-of': 'Which part of it comes back to you? Tell them.',
    'what-you-know': 'You have seen what went into it. Tell them what you saw.',
  }),
  ...alike('more-to-say', { move: 'celebrate', celebrate: ['words', 'quiet'] })({
    'good-to-read': 'No big words needed. Let them know it was good to read.',
    'line-to-add': 'There may be a line you would like to add, now that it is quieter.',
  }),
  ...alike('more-to-say', { move: 'celebrate', celebrate: ['plans', 'quiet'] })({
    'in-its-honour': 'Tomorrow could hold something nice in its honour: a breakfast, a song, a slow walk.',
  }),
  ...alike('more-to-say', { move: 'ask', celebrate: ['plans'] })({
    'good-mood': 'Ask what they would like to do with this good mood.',
  }),
  ...alike('more-to-say', { move: 'acknowledge' })({
    'some-more': 'Leave a door open: you would like to hear more, whenever they feel like telling.',
  }),
  ...alike('more-to-say', { move: 'celebrate', celebrate: ['loud'] })({
    'bit-of-noise': 'Feel like making a bit of noise about it? This evening is as good as any.',
  }),
  ...alike('more-to-say', { move: 'celebrate', celebrate: ['plans'] })({
    'weekend-treat': 'Pick a small treat for the weekend, and say what it is for.',
    'something-easy': 'An evening is a good place to celebrate a little. Suggest something easy.',
  }),
  ...alike('more-to-say', { move: 'celebrate', celebrate: ['words', 'quiet'], times: ['bedtime'] })({
    'good-day': 'Before you sleep, say that their news made the day a good one for you too, if it did.',
  }),
];
