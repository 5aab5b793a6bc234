import type { Reason } from '../../domain/nudge.ts';
import type { OwnSilence } from '../../domain/own-silence.ts';

/** What `/nod why` says: of the reader alone, and of nobody's moment more than that there was one. */
export const why = {
  heading: '**Why Nod wrote to you**',
  /** One fixed sentence a reason, whatever the moment was about. */
  wrote: {
    'passed-over': 'Something was shared, the talk went on, and ten minutes or more had passed.',
    silence: 'Something was shared, you had been around, and it had waited a while.',
    'more-to-say': 'There was good news that day. Perhaps there is more to it, and the evening has room for that.',
    promise: 'You had said that you would come back to something, and it was time.',
    'follow-up': 'Something mattered the day before, and asking after it does good.',
  } satisfies Record<Reason, string>,
  line: (time: string, because: string) => `· ${time}: ${because}`,
  nothing: 'No message about a moment is out to you just now.',

  headingSilent: '**Why Nod would not write to you just now**',
  silent: {
    'wants-messages': 'Direct messages about moments are off for you; `/nod settings` changes that.',
    reachable:
      'Nod’s direct messages do not get through to you. You can allow them in your privacy settings for this server.',
    busy: 'You are busy.',
    'quiet-hours': 'These are your quiet hours, or hours you cannot answer.',
    snoozed: 'You asked for nothing more for a while.',
    // A message that was counted and then kept back was never sent: each of these is true of both, and tells neither.
    apart: 'Nod leaves 45 minutes between its messages; one it thought better of counts too.',
    day: 'The messages you chose for today are used up; one Nod thought better of counts too.',
    week: 'The four messages of these seven days are used up; one Nod thought better of counts too.',
    'back-off': 'You opened none of the last ones, or Nod thought better of them, so it leaves you alone for a while.',
    fading: 'You answered a lot by yourself these weeks, so Nod leaves more and more time between its messages.',
  } satisfies Record<OwnSilence, string>,
  /** In place of "day" for somebody who wants none a day. */
  noneADay: 'You chose 0 a day; `/nod settings` changes that.',
  silentUntil: (because: string, time: string) => `· ${because} That lasts until ${time}.`,
  /** Where nothing of theirs does. */
  silentNothing: '· Nothing of your own keeps it silent.',
  silentLine: (because: string) => `· ${because}`,

  /** In every answer alike, so that it tells no rest from a time in which nothing was due. */
  otherwise:
    'For all else: Nod was resting, or there was nothing to say. It never tells which, and now and then it rests for no reason.',
  paused: 'Listening is paused on your side; `/nod resume` switches it on.',
} as const;
