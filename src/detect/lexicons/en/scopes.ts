/** Words that turn the meaning of what follows. */
export const NEGATORS: ReadonlySet<string> = new Set(
  `not no never dont didnt doesnt cant couldnt wont wouldnt isnt wasnt arent werent aint havent hasnt hadnt hardly
  barely without nor neither shouldnt noone nothing`.split(/\s+/),
);

/** A negator and its next word that negate nothing. */
export const NOT_NEGATING: ReadonlySet<string> = new Set([
  'cant wait',
  'cant believe',
  'cant stop',
  'not only',
  'no worries',
  'no problem',
  'no joke',
  'no way',
  'no wonder',
  'not gonna',
  'cant even',
  'dont worry',
  'no more',
  'dont know',
  'not sure',
  'never been',
  'no one',
  'couldnt be',
  'couldnt have',
  'never felt',
  'couldnt stop',
  'no omg',
  'no no',
  'no but',
  'no im',
  'no its',
  'nothing but',
  'not to',
  'cant tell',
  'no seriously',
  'no really',
  'no honestly',
  'no youre',
  'no that',
  'no thats',
]);

/** Words after which the rest of the clause is not told as a fact. */
export const WISHES: ReadonlySet<string> = new Set(
  `if hope hopes hoping wish wishing imagine unless would could might pretend suppose once until til till whether
  id youd hed shed theyd wed wouldve couldve shouldve wouldnt couldnt when pray praying should`.split(/\s+/),
);

export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'how hows what whats why when where wheres who whos which whose whatd howd whyd whatre'.split(' '),
);

export const QUESTION_AUXILIARIES: ReadonlySet<string> = new Set(
  `do does did are is was were am have has had can could will would should shall may might dont didnt arent isnt
  wasnt werent cant couldnt wont wouldnt havent hasnt shouldnt`.split(/\s+/),
);
