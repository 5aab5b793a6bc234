import { alike, type Hint } from './hint.ts';

/** Interest carries good news further than applause does, and a later question counts as well (Peters et al. 2018). */
export const GOOD_NEWS_HINTS: readonly Hint[] = [
  ...alike('good-news', { move: 'ask', celebrate: ['questions'] })({
    'how-it-came': 'Ask how it came about, and let them tell it from the start.',
    'best-part': 'Ask which part of it felt best.',
    'what-next': 'Be curious about what comes next. One question is plenty.',
    'where-they-were': 'Where were they when they heard? A good first question.',
    'who-knows': 'Ask who else they have told, and what came back.',
    'what-changes': 'What will be different for them from now on? Worth asking.',
    'small-details': 'Go for the small details: who was there, what was said, the look on their faces.',
    'know-little': 'You know little about such things? That is your way in: have them explain.',
    'something-to-see': 'Is there something to see, a letter, a photo, a picture of the place? Ask to be shown.',
    'saw-it-coming': 'Did they see it coming? Ask.',
    'how-long': 'How long have they been hoping for this? If you know, say so; if not, ask.',
  }),
  ...alike('good-news', { move: 'ask', celebrate: ['questions'], strength: 'strong' })({
    'who-screamed': 'Find out who heard it first, and whether anybody screamed.',
    'feels-real': 'Ask whether it feels real yet.',
    'nearly-not': 'Was there a moment when it nearly went the other way? That makes a good story.',
    'trickiest-bit': 'Ask what the trickiest bit was.',
  }),
  ...alike('good-news', { move: 'ask', celebrate: ['plans', 'quiet'] })({
    'how-to-mark': 'Some like a party, some like a nap. Ask how they would like to mark it.',
  }),
  ...alike('good-news', { move: 'ask', celebrate: ['questions'], reason: 'passed-over' })({
    'picture-it': 'Picture the moment they found out. What would you like to know about it?',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['words', 'loud', 'quiet'] })({
    glad: 'Let them see that you are glad, as loudly or as quietly as you like.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['words'] })({
    proud: 'If it makes you proud of them, tell them so.',
    'their-part': 'Say what they did to make it happen, as you see it.',
    'along-the-way': 'Remember them working for this? Mention one thing you saw along the way.',
    'made-you-smile': 'Which bit of it made you grin? Tell them.',
    'say-it-back': 'Say it back to them in your own words, as if you were telling somebody else.',
    'what-it-means': 'You know what this one means to them. Say that part.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['words'], strength: 'strong' })({
    earned: 'If you think they earned every bit of it, they would like to hear that from you.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['words', 'quiet'] })({
    'dry-humour': 'Dry humour is welcome, as long as the gladness shows.',
    'plain-line': 'A plain, warm line does it. No fireworks needed.',
    'better-day': 'Not one for big words? Say that it made your day better, if it did.',
    'calm-works': 'Calm works too: that you read it twice, or that you are sitting there smiling.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['loud'] })({
    'go-big': 'Go big if that is how you two do it: capitals, confetti, everything.',
    song: 'There is a song for this. Send it.',
    'hear-you': 'Say it aloud in a voice note, so that they can hear you being happy for them.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['loud'], strength: 'strong' })({
    ring: 'Ring them, if they can pick up, only to be glad together for a minute.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['words', 'loud'], reason: 'silence' })({
    'no-hand-free': 'No hand free? A voice note will do, background noise and all.',
    'few-seconds': 'A few seconds are enough to share in it: some joy in a word, a voice note, a row of confetti.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['plans'] })({
    'mark-it': 'Think of a small way to mark it together, and suggest it.',
    favourite: 'Their favourite food, film or game would suit this. Offer one for a day that works.',
    'an-hour': 'Give them an hour this week to spend as they like, with you in it.',
    'on-its-way': 'Set a tiny treat aside for them, and hint that something is coming.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['plans'], strength: 'strong' })({
    'on-the-calendar': 'Put a date on the calendar for it, even if it is only cake on a call.',
    'raise-a-glass': 'Far apart? Pick an hour when you can both raise a glass of anything.',
  }),
  ...alike('good-news', { move: 'celebrate', celebrate: ['plans', 'quiet'] })({
    kettle: 'Put the kettle on, wherever you are, and hear the whole thing.',
    'walk-or-call': 'No party needed: a walk or a long call with the whole story in it will do.',
  }),
  ...alike('good-news', { move: 'celebrate', strength: 'light', celebrate: ['words', 'quiet'] })({
    'little-triumph': 'Treat it as the little triumph it is, and enjoy it with them for a moment.',
    'went-right': 'Something small went right for them. Be pleased along with them.',
  }),
  ...alike('good-news', { move: 'acknowledge' })({
    'now-and-later': 'Short of time? Be happy for them in one line now, and ask for the whole story later.',
    surprised: 'It is all right to be surprised. Say so, and that you want to hear more.',
  }),
  ...alike('good-news', { move: 'acknowledge', celebrate: ['questions', 'quiet'] })({
    'heart-and-question': 'Keep it small: one heart, and then one real question.',
  }),
  ...alike('good-news', { move: 'acknowledge', celebrate: ['words', 'quiet'] })({
    'hard-day-too': 'Even if your own day was hard, a small sign that you are glad for them is plenty.',
  }),
  ...alike('good-news', { move: 'acknowledge', strength: 'light' })({
    'wanted-you-to-have-it': 'A small thing, maybe, but they wanted you to have it. A few words will do.',
  }),
  ...alike('good-news', { move: 'acknowledge', times: ['morning', 'day'], celebrate: ['words', 'questions'] })({
    'between-tasks': 'Between two tasks, one glad line is enough. The questions can follow after work.',
  }),
  ...alike('good-news', { move: 'celebrate', times: ['morning'], celebrate: ['words', 'quiet'] })({
    'before-your-day': 'Before your own day gets going, add a word of joy to theirs.',
  }),
  ...alike('good-news', { move: 'ask', times: ['evening'], celebrate: ['questions'] })({
    'long-version': 'If the evening is yours, ask for the long version.',
  }),
  ...alike('good-news', { move: 'celebrate', times: ['evening', 'bedtime'], celebrate: ['words'] })({
    'wake-up-to': 'If they are asleep by now, leave something glad for them to wake up to.',
  }),
  ...alike('good-news', { move: 'acknowledge', times: ['morning', 'day'], reason: 'silence' })({
    gloves: 'Gloves on, hands full? A thumb now, your thoughts in the break.',
  }),
  ...alike('good-news', { move: 'celebrate', times: ['bedtime'], celebrate: ['words', 'quiet'] })({
    'light-out': 'Last thing before the light goes out: tell them what you liked about their news.',
  }),
  ...alike('good-news', { move: 'return', reason: 'passed-over', celebrate: ['questions'] })({
    'bring-it-up': 'You can go back to it at any time: bring it up again, and ask one thing.',
    'still-warm': 'The talk has moved on, but their news is still warm. Pick it up with a question.',
  }),
  ...alike('good-news', { move: 'return', reason: 'passed-over', celebrate: ['words'] })({
    'read-again': 'Read it once more, slowly, and answer the part you like most.',
  }),
];
