import { UNNAMED_HOST } from '../../domain/consent.ts';
import type { Celebration, Support, Wishes } from '../../domain/wishes.ts';

const low: Readonly<Record<Support, string>> = {
  comfort: 'comfort',
  ideas: 'ideas',
  company: 'company',
  space: 'space',
};

const celebrate: Readonly<Record<Celebration, string>> = {
  words: 'glad words',
  questions: 'questions',
  plans: 'plans to celebrate',
  loud: 'out loud',
  quiet: 'quietly',
};

function linesOf(wishes: Wishes): readonly string[] {
  const hard = (wishes.low ?? []).map((support) => low[support]);
  const good = (wishes.celebrate ?? []).map((way) => celebrate[way]);
  return [
    ...(hard.length > 0 ? [`When I’m low: ${hard.join(' · ')}`] : []),
    ...(good.length > 0 ? [`Celebrate me with: ${good.join(' · ')}`] : []),
  ];
}

/** What `/nod card` says. */
export const card = {
  heading: '**How to love me**',
  lines: (wishes: Wishes) => linesOf(wishes).join('\n'),
  empty: 'Nothing stands on your card yet. Choose as much or as little as you like.',

  /** Who sees it; each is true of one state of the card. */
  alone: (host: string) =>
    `For you alone: the other is not told whether you have a card, and Nod makes no use of it. ${ofHost(host)}`,
  shared: (host: string) =>
    `You two can see this card, and nobody else in the channel. What Nod whispers to the other follows it, and what you change here they see at once. ${ofHost(host)}`,

  theirs: '**The other’s card, shared with you**',
  noneOfTheirs: 'If the other shares a card with you, it is shown here while Nod is listening.',

  lowPlaceholder: 'When I’m low …',
  celebratePlaceholder: 'Celebrate me with …',
  hints: {
    comfort: 'Hold me, say that it will be all right',
    ideas: 'Help me think about what to do',
    company: 'Be with me, nothing needs to be done',
    space: 'Give me some time, then ask again',
    words: 'Tell me how glad you are',
    questions: 'Let me tell you all about it',
    plans: 'Let us do something nice for it',
    loud: 'With capital letters and confetti',
    quiet: 'A few warm words are plenty',
  } satisfies Record<Support | Celebration, string>,
  low,
  celebrate,
  share: 'Share with the other',
  stop: 'Stop sharing',
} as const;

function ofHost(host: string): string {
  const who = host === UNNAMED_HOST ? 'whoever set Nod up' : `${host}, on whose computer Nod runs,`;
  return `As with all your settings, ${who} could see it with some effort.`;
}
