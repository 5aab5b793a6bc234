import type { TermChange, Terms } from '../../domain/consent.ts';
import type { PartnerSettings } from '../../domain/dyad.ts';
import { consent } from './consent.ts';
import { settings } from './settings.ts';

/** Asking again for a yes that was given a while ago, or to something that has changed since. */
export const renewal = {
  /** Behind any answer, until it is answered. */
  line: 'Nod would like to ask you again whether this is still fine. Only you see this.',
  lapsedLine: 'Nod asked you again and heard nothing, so it stopped listening on your side. Only you see this.',
  look: 'Look',

  heading: '**Is Nod still fine with you?**',
  lapsed: 'Nod asked a while ago and heard nothing, so it stopped listening on your side.',
  time: 'It is a while since you said yes, so Nod asks once more.',
  change: (change: TermChange, terms: Terms) => {
    const changes: Record<TermChange, string> = {
      scope: 'What Nod does or keeps has changed: see `/nod privacy`.',
      host: `Nod now runs on ${consent.about.computer(terms.host)}.`,
      encrypted: 'What Nod keeps is no longer encrypted.',
      readers: `More people can read along now. ${consent.about.others(terms.readers)}`,
      judge: `The language model for second opinions now answers at ${terms.judgeHost}. Nothing is sent there unless both say yes.`,
    };
    return changes[change];
  },
  /** Where typing ends with a yes, its own line says why. */
  yours: (own: PartnerSettings, typingEnds = false) =>
    [
      '**What you said yes to**',
      'Nod reads the channel while you both want it.',
      settings.lines(own, typingEnds ? renewal.typingEnds : undefined),
      ...(own.judge === 'off' ? [] : [settings.judgeLine(own)]),
    ].join('\n'),
  /** Where there is no room for all of it. */
  yoursElsewhere: (typingEnds = false) =>
    ['What you said yes to stands in `/nod settings`.', ...(typingEnds ? [renewal.typingEnds] : [])].join('\n'),
  typingEnds:
    'Your typing: off until you switch it on in `/nod settings`, as it would now tell that a short line may be hard to say',
  otherwise: 'If you do nothing, Nod stops listening on your side after 30 days. Nobody is told.',
  yes: 'Yes, go on',
  settings: 'Change something',
  no: 'No, stop',
  renewed: 'Thank you. Nod asks again in half a year, or when something changes.',
} as const;
