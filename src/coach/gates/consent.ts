import { forGoodIf, type Gate, type OwnGate } from './gate.ts';

const wantsMessages: OwnGate = {
  id: 'wants-messages',
  because: 'They did not ask for messages of this kind.',
  holds: (_moment, { recipient }) => forGoodIf(!recipient.settings.coaching),
};

const reachable: OwnGate = {
  id: 'reachable',
  because: 'A direct message cannot reach them.',
  holds: (_moment, { recipient }) => forGoodIf(recipient.unreachable === true),
};

/** What the two agreed to. Source: trust, "Consent". */
export const CONSENT_GATES: readonly Gate[] = [
  {
    id: 'both-listening',
    because: 'Nod listens only while both want it.',
    holds: (_moment, { recipient, bidder }) => forGoodIf(!recipient.listening || !bidder.listening),
  },
  wantsMessages,
  {
    id: 'wants-reason',
    because: 'They did not tick this reason.',
    holds: (moment, { recipient }) => forGoodIf(!recipient.settings.reasons.includes(moment.reason)),
  },
  reachable,
];

/** Whether a person wants any unasked message, and can get it. */
export const REACH_GATES: readonly OwnGate[] = [wantsMessages, reachable];
