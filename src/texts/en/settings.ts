import type { PartnerSettings } from '../../domain/dyad.ts';
import type { Reason } from '../../domain/nudge.ts';
import type { ShownSettings } from '../../domain/own-export.ts';
import { EMPTY_CARD, isEmptyCard } from '../../domain/wishes.ts';
import { sayZone } from '../times.ts';
import { plural } from './plural.ts';
import { times } from './times.ts';

const reasons: Record<Reason, string> = {
  'passed-over': 'something they shared may have slipped by',
  silence: 'something still waits',
  'more-to-say': 'good news may deserve more',
  promise: 'you promised to come back',
  'follow-up': 'something is worth asking after the next day',
};

const judges = { off: 'off', local: 'only on Nod’s computer', cloud: 'also at a company' } as const;

const onOff = (on: boolean) => (on ? 'on' : 'off');
const yesNo = (isSo: boolean) => (isSo ? 'yes' : 'no');

function messages(settings: ShownSettings): string {
  const why = settings.reasons.map((reason) => reasons[reason]);
  if (settings.nudgesPerDay === 0) return 'Direct messages: none';
  if (!settings.coaching || why.length === 0)
    return 'Direct messages: none; what they are for is chosen in `/nod settings`, under “Change …”';
  return `Direct messages: at most ${settings.nudgesPerDay} a day, when ${why.join(' · ')}`;
}

function ownCard({ wishes = EMPTY_CARD }: ShownSettings): string {
  if (isEmptyCard(wishes)) return 'nothing yet';
  return wishes.shared ? 'shared with the other' : 'for you alone';
}

/** What somebody may choose that comes by the week, in this order. */
const weeklyTicks = {
  recap: 'a recap on Sunday evening',
  'check-in': 'a check-in on Saturday evening',
  'check-in:numbers': 'the numbers of your check-ins kept, for your eyes only',
} as const;

function weekly({ recap, checkIn, checkInNumbers, nudgesPerDay }: ShownSettings): string {
  const isOn = { recap, 'check-in': checkIn, 'check-in:numbers': checkInNumbers };
  const chosen = (Object.keys(weeklyTicks) as (keyof typeof weeklyTicks)[]).filter((tick) => isOn[tick]);
  if (chosen.length === 0) return 'nothing';
  const isHeldBack = nudgesPerDay === 0 && (recap || checkIn);
  const held = isHeldBack ? '; none comes while messages a day are 0' : '';
  return chosen.map((tick) => weeklyTicks[tick]).join(' · ') + held;
}

/** What it counts for, and no more: by a yes to an older card it is a sign of being here alone. */
function typing({ typing: leave }: ShownSettings): string {
  const here = 'Your typing as a sign that you are here';
  if (leave === 'presence') return `${here}: on`;
  return `${here}, and long typing or a long pause before a short line that it may be hard to say: ${onOff(leave)}`;
}

/** Whether the host has switched the card on is not known here, so the line names that; the rest is one’s own choice. */
function peopleToTalkTo({ coaching, supportCard }: ShownSettings): string {
  const answer =
    supportCard && !coaching ? 'no, since you chose nothing that direct messages are for' : yesNo(supportCard);
  return `People to talk to, should something you write sound heavy, if whoever hosts Nod has switched that on: ${answer}`;
}

/** What `/nod settings`, `/nod busy` and `/nod leave` say. */
export const settings = {
  heading: '**Your own settings**',
  lines: (own: ShownSettings, ofTyping = typing(own)) =>
    [
      messages(own),
      `Quiet hours: ${times.spans([own.quiet])}`,
      `Hours you cannot answer: ${times.spans(own.away)}`,
      `When you two usually talk (never quiet): ${times.spans(own.usual)}`,
      `Time zone: ${sayZone(own.zone)}`,
      ofTyping,
      `“Help me respond” in your own direct messages: ${onOff(own.ownMessages)}`,
      `By the week: ${weekly(own)}`,
      `Numbers in \`/nod me\`: ${onOff(own.numbers)}`,
      peopleToTalkTo(own),
      `How you like to be met (\`/nod card\`): ${ownCard(own)}`,
    ].join('\n'),
  exceptions: (count: number) =>
    plural(count, {
      one: 'Left alone because of what you answered: # kind of moment',
      other: 'Left alone because of what you answered: # kinds of moments',
    }),
  judgeLine: ({
    judge,
    judgeVulnerable,
    judgeHost,
  }: Pick<PartnerSettings, 'judge' | 'judgeVulnerable' | 'judgeHost'>) => {
    if (judge === 'off') return `A language model as a second opinion: ${judges.off}`;
    const at = judgeHost === undefined ? '' : `, it answers at ${judgeHost}`;
    return `A language model as a second opinion: ${judges[judge]}${at}, vulnerable lines ${judgeVulnerable ? 'too' : 'left out'}`;
  },
  /** To whom words would go. */
  judgeAt: (host: string) => `What it sees goes to ${host}; should that change, you are asked again first.`,
  judges,
  judgeVulnerable: (on: boolean) => (on ? '☑ Also about vulnerable lines' : '☐ Also about vulnerable lines'),
  jokes: (count: number) =>
    plural(count, {
      one: 'Nod is surer before it writes, because of what you answered # time',
      other: 'Nod is surer before it writes, because of what you answered # times',
    }),
  sign: (emoji: string) => `The sign of you two, “seen, I want to hear this, not now”: ${emoji}`,
  paused: 'Listening is paused on your side; `/nod resume` switches it on.',
  busyUntil: (time: string) => `Busy until ${time}.`,
  snoozedUntil: (time: string) => `No direct messages until ${time}.`,

  placeholder: 'Change …',
  change: {
    nudges: 'How many direct messages a day',
    reasons: 'What direct messages are for',
    weekly: 'What comes by the week',
    hours: 'Quiet hours, hours you cannot answer, usual hours',
    zone: 'Time zone',
    typing: 'Your typing as a sign that you are here, or that a line may be hard to say',
    ownMessages: 'Help in your own direct messages',
    numbers: 'Numbers in /nod me',
    supportCard: 'People to talk to',
    exceptions: 'What you asked to be left alone',
    judge: 'A language model as a second opinion',
    jokes: 'Where you made Nod surer',
  },
  ask: {
    nudges: 'At most how many direct messages a day?',
    reasons: 'What may direct messages be for? Choosing nothing stops them.',
    weekly:
      'What would you like by the week? Each is off until you choose it, comes by direct message, and counts among those of the day. A recap tells of a week that is over, in words. A check-in asks three things about your week, says something back and forgets it; its numbers are kept only if you choose that too, up to half a year, and nobody else sees them. Taking that back deletes them.',
    zone: 'Which is your time zone?',
    typing:
      'May your typing count as a sign that you are here? And may long typing, or a long pause, before a short line mean that it was hard to say? That can be one reason why Nod writes to the other about that line; they are never told of it, and how long it was is kept nowhere.',
    ownMessages:
      'May “Help me respond” be used in the direct messages of you two, on what you wrote as well? It works only once both of you have switched it on. Discord then hands Nod the one message it is used on; Nod reads it once and keeps nothing. To see it there you need Nod among your own apps: whoever hosts it has the link for that.',
    numbers: 'Show numbers about yourself when you ask for them in `/nod me`?',
    supportCard:
      'May Nod send you lines to talk to, should something you write sound heavy? It does so only where whoever hosts it has switched that on, and you have chosen something that direct messages are for. It tells nobody, and is often wrong.',
    judge:
      'May a language model look at lines where Nod is unsure, and before it writes to one of you? It sees the line, the reply and up to four lines before, with names, links and numbers taken out as far as Nod finds them; never what Nod recognises as dangerous or intimate, though it misses some of that. It does so only if you both want it. “At a company” means that the words are sent there.',
    jokes:
      'Nod may again be as sure as for everybody before it writes about moments you once called a joke, or said a word would not have helped with:',
    exceptions: 'Nod may again whisper about moments you once asked it to leave alone:',
  },
  /** To whom said yes to an older card. */
  typingUnasked:
    'Your typing can count as a sign that you are here, and so far for nothing else. Nod now asks more: whether long typing, or a long pause, before a short line may mean that it was hard to say, which can be one reason why Nod writes to the other about that line. Once you have said yes to Nod again, you can switch that on here.',
  reasons,
  weeklyTicks,
  weeklyPlaceholder: 'What comes by the week (or nothing)',
  reasonsPlaceholder: 'What direct messages are for',
  on: 'On',
  off: 'Off',
  undoLast: 'Take back the last one',
  undoAll: 'Take all back',
  ledger: 'What you agreed to, and when',
} as const;

/** What `/nod busy` says. */
export const busy = {
  done: (time: string) => `Done, on your side. Busy until ${time}. \`/nod busy until:in 1 min\` ends it sooner.`,
  unreadable: 'Nod could not read that time; write one such as `17:30`, `5pm` or `in 2h`, at most a day away.',
  suggestions: ['in 30 min', 'in 1h', 'in 2h', 'in 4h', '12:00', '13:00', '17:00', '18:00', '20:00', '22:00'],
} as const;

/** What `/nod leave` asks. */
export const leave = {
  ask: 'Leave Nod? Listening ends on your side, and what was still open is dropped. What is kept about you two is removed once both of you have left. Nothing is posted and no reason is given. To stop only for a while, `/nod pause` is enough. Nothing happens unless you press.',
  confirm: 'Leave',
} as const;
