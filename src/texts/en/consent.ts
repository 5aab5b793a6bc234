import { UNNAMED_HOST } from '../../domain/consent.ts';
import type { DaySpan } from '../../domain/dyad.ts';
import { sayZone } from '../times.ts';
import { plural } from './plural.ts';
import { times } from './times.ts';

interface Hours {
  readonly quiet: DaySpan;
  readonly away: readonly DaySpan[];
  readonly usual: readonly DaySpan[];
}

/** The invitation and the consent card. */
export const consent = {
  asked: 'Asked. Nod begins if you both want it.',
  partnerMissing: 'Please name the person you would like to ask: `/nod start partner:@name`.',

  invitation: [
    '**Would you like to try Nod here?**',
    'Nod helps two people notice the small moments in their chat. It begins only if both want it. Each answers privately, and no answer is shown to anyone.',
  ].join('\n'),
  what: 'What is this?',
  choose: 'Choose privately',
  whatAnswer: [
    'Nod is a small helper for two people who care for each other. While both want it, it reads this one channel and notices moments such as good news or a hard day. It counts warm answers and keeps no words.',
    'It never writes for anyone, and never shows one of you the other’s side. The two people who were asked can press “Choose privately” to read more and to say yes or no; nobody sees which.',
  ].join('\n\n'),
  notYours: 'There is nothing to choose here for you: this card was made for two other people, or its time is over.',

  about: {
    what: [
      '**What you would say yes to**',
      'While you both want it, Nod reads this channel, and no other, to notice small moments: good news, a hard day, a question. Words stay in memory only while a moment is open and are never written down. It also sees when you two meet in a voice channel of this server, not what is said there.',
      'It also recognises heated, intimate and dangerous lines, only to keep quiet then: all it notes is until when.',
      'One thing more, if whoever runs Nod wants it: names of people to talk to, for the writer alone, where a line sounds like harming oneself. `/nod settings` switches that off.',
      'It never writes for you, and never shows you the other’s side or them yours.',
    ].join('\n'),
    others(count: number): string {
      if (count === 0)
        return 'Nod sees nobody besides the two of you who can read this channel; its settings tell for sure.';
      return plural(count, {
        one: 'Besides the two of you, at least # other person can read this channel.',
        other: 'Besides the two of you, at least # other people can read this channel.',
      });
    },
    /** Whose computer it is; a host without a name in the configuration is told in words. */
    computer: (host: string): string =>
      host === UNNAMED_HOST ? 'the computer of whoever set it up' : `${host}'s computer`,
    /** As on the trust page, word for word where it is true: without a key nothing keeps out thieves. */
    host: (host: string, encrypted: boolean) => {
      const isNamed = host !== UNNAMED_HOST;
      const who = isNamed ? host : 'they';
      const thieves = encrypted
        ? `Encryption keeps out thieves, not ${isNamed ? host : 'them'}.`
        : 'Nothing is encrypted: whoever gets the file can see the same.';
      return `Nod runs on ${consent.about.computer(host)}. With some effort ${who} could see when Nod wrote to you and what, the buttons you pressed, your settings and counts. ${thieves} If that matters, say no, or pick someone else to run it. Whoever runs Nod could also change it, or use its access, and read every word in the channel.`;
    },
    /** Verbatim from the trust page. */
    afraid:
      "If you are afraid of your partner's reaction, do not use Nod. You can say no, or stop later; no reason is ever given.",
  },
  kept: '**What Nod keeps, and for how long**',

  zone: {
    ask: '**Where are you?**\nNod needs your time zone, so that it never whispers in the hours you set. Which is it?',
    chosen: (zone: string) => `Chosen so far: ${sayZone(zone)}.`,
    placeholder: 'Your time zone',
    now: (time: string) => `it is ${time} there now`,
    other: 'Other…',
    title: 'Find your time zone',
    field: 'The nearest large city',
    example: 'Lisbon',
    found: 'Which of these is it?',
    nothing: 'Nothing was found for that. Try the nearest large city, such as `Lisbon`.',
  },

  hours: {
    ask: '**When should Nod leave you alone?**',
    list: (hours: Hours) =>
      [
        `Quiet hours: ${times.spans([hours.quiet])}`,
        `Hours you cannot answer, such as work: ${times.spans(hours.away)}`,
        `When you two usually talk (never quiet): ${times.spans(hours.usual)}`,
      ].join('\n'),
    zone: (zone: string) => `Time zone: ${sayZone(zone)}`,
    change: 'Change these',
    title: 'Your hours',
    quiet: 'Quiet hours',
    away: 'Hours you cannot answer',
    usual: 'When do you two usually talk?',
    quietExample: '22:00-08:00, or none',
    awayExample: '9-12, 13-17, or none',
    usualExample: '20:00-22:00, or none',
    unreadable: (field: string) =>
      `Nod could not read “${field}”. Write it like \`9:00-12:00, 13:00-17:00\`, or \`none\`.`,
    tooMany: (field: string, most: number) =>
      plural(most, {
        one: `“${field}” can be one stretch, such as \`22:00-08:00\`.`,
        other: `“${field}” can be at most # stretches, such as \`9:00-12:00, 13:00-17:00\`.`,
      }),
  },

  ticks: {
    ask: [
      '**Last: what may Nod do for you?**',
      'Everything below is off until you tick it. Direct messages come at most one a day, four in seven days. “I agree” switches listening on for your side; Nod begins only if you both agree.',
      'Your typing, if you tick it, can be one reason why Nod writes to the other about a short line of yours; how long you typed or paused is kept nowhere.',
    ].join('\n'),
    placeholder: 'Tick what you would like (or nothing)',
    reasons: {
      'passed-over': 'A direct message when something they shared may have slipped by',
      silence: 'A direct message when something still waits',
      'more-to-say': 'A direct message when good news may deserve more, that evening',
      promise: 'A direct message to come back to what you promised',
      'follow-up': 'A direct message to ask after something, the day after',
    },
    typing: 'My typing tells that I am here; long typing or a long pause, that a short line may be hard to say',
    chosen(ticked: readonly string[]): string {
      if (ticked.length === 0) return 'Ticked so far: nothing.';
      return ['Ticked so far:', ...ticked.map((tick) => `· ${tick}`)].join('\n');
    },
    adult: (ticked: boolean) => (ticked ? '☑ I am 18 or older' : '☐ I am 18 or older'),
    needed: 'To agree, a time zone and “I am 18 or older” are needed.',
  },

  agree: 'I agree',
  no: 'Not for me',
  never: 'Never ask me again',
  agreed:
    'Noted. Nod begins if you both want it; `/nod status` says whether it is listening. The first three days are quiet. You can stop whenever you like with `/nod pause` or `/nod leave`.',
  declined: 'All right. Nobody is told, and nothing more is said about it.',
  refused: 'All right. Nod will not ask you again, unless you ask somebody yourself with `/nod start`. Nobody is told.',
} as const;
