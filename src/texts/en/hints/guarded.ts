/** What is suggested: each a move, to be made in one's own words. */
export const guarded = {
  'light-hello': 'It may be nothing. A light hello is enough to find out.',
  'believe-it': 'Ask once how they are, kindly, and believe the answer.',
  'their-day': 'Ask about their day, nothing deeper.',
  'long-day': 'Could be a long day, could be more. A light question is enough.',
  'any-day': 'You could be wrong about it, and that is fine. Ask as you would on any day.',
  'everyday-thing': 'Try an everyday thing first: what there was for lunch, how full the bus was.',
  'something-easy': 'Offer something easy: a walk, a film, a call about nothing.',
  'only-warmer': 'Keep it as short as theirs, only warmer.',
  'small-joke': 'If you two can joke now, a small one. If not, a soft word.',
  'be-near': 'Be near for a bit, without asking anything.',
  'small-opening': 'Leave a small opening: you are around if they feel like talking.',
  'something-nice': 'No questions needed. Send something nice and see.',
  'leaves-them-free': 'They may simply want some quiet. A heart leaves them free.',
  'let-it-be': 'If they say that all is well, let it be well, and stay friendly.',
  'good-night': 'A warm good night leaves nothing to explain.',
} as const;
