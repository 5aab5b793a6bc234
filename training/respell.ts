// The same words as somebody else would type them, so that dots and spellings are learned to mean little by themselves.
// Before lines were also learned so, dots in place of full stops were read as vulnerable: few of those who wrote the
// corpus use them for anything else.

/** A word, and ways to type it in a hurry. Authored here. */
const TYPED: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'you u',
    'your ur',
    "you're ur",
    'are r',
    'to 2',
    'too 2',
    'for 4',
    'the da d',
    'that dat tt',
    'then den',
    'with wif wit',
    'this dis',
    'they dey',
    'what wat wht',
    'because cos coz cuz bcos',
    'about abt',
    "don't dun dont dnt",
    "can't cant cnt",
    "didn't didnt dint",
    "i'm im",
    "it's its",
    'going goin gng',
    'doing doin',
    'coming comin',
    'want wan wnt',
    'have hav hv',
    'very v vry',
    'really rly realy',
    'tonight 2nite tonite',
    'tomorrow tmr 2moro tmrw',
    'today 2day tdy',
    'night nite',
    'good gd',
    'see c',
    'be b',
    'please pls plz',
    'thanks thx tks',
    'people ppl',
    'later ltr l8r',
    'before b4',
    'just jus',
    'know noe kno',
    'like lyk',
    'love luv',
    'sorry sry sori',
    'something smth sth',
    'already alr oredi',
    'and n &',
    'work wrk',
    'how hw',
    'when wen',
    'where wer',
    'why y',
    'back bk',
    'school sch',
    'minutes mins',
    'never nvr',
    'maybe mayb',
  ].map((line) => {
    const [word = '', ...ways] = line.split(' ');
    return [word, ways] as const;
  }),
);
const PARTICLES = ['la', 'lah', 'leh', 'ah', 'lor', 'na', 'sia', 'yaar', 'eh', 'o', 'abeg'];
const DOTS = ['..', '...', '…', ' ..'];
const EXCLAIMS = ['!', '!', '!!', '!!!'];

/** How often each is done, 0–1. Our choice: often enough to be learned, seldom enough to stay legible. */
const SHARES = { word: 0.6, loud: 0.4, calm: 0.7, fullStop: 0.6, comma: 0.4, open: 0.5, particle: 0.15, small: 0.4 };

/** Types the text anew; `dice` gives numbers in [0, 1). What it says stays the same. */
export function respelled(text: string, dice: () => number): string {
  const one = (choices: readonly string[]) => choices[Math.floor(dice() * choices.length)] ?? '';
  const isLoud = dice() < SHARES.loud;
  const marks = isLoud ? EXCLAIMS : DOTS;
  const typed = text
    .replace(/[a-z']+/gi, (word) => {
      const ways = TYPED.get(word.toLowerCase());
      return ways !== undefined && dice() < SHARES.word ? one(ways) : word;
    })
    .replace(/!+/g, (loud) => (!isLoud && dice() < SHARES.calm ? '.' : loud))
    .replace(/(?<![.])[.](?=\s|$)/g, (stop) => (dice() < SHARES.fullStop ? one(marks) : stop))
    .replace(/, /g, (comma) => (dice() < SHARES.comma ? `${one(DOTS)} ` : comma));
  const softened = /\w$/.test(typed) && dice() < SHARES.particle ? `${typed} ${one(PARTICLES)}` : typed;
  const closed = /\w$/.test(softened) && dice() < SHARES.open ? `${softened}${one(marks)}` : softened;
  return dice() < SHARES.small ? closed.toLowerCase() : closed;
}
