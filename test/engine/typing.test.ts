import { describe, expect, it } from 'vitest';
import { CONSENT_SCOPE, PAUSES_ASKED_SINCE, type Terms } from '../../src/domain/consent.ts';
import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import type { Reader, Typed } from '../../src/domain/reading.ts';
import { SECOND } from '../../src/domain/time.ts';
import { apply } from '../../src/engine/apply.ts';
import { ANA, BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at, type Couple, couple, edit, type Heard, PERSON, READER, remove, say, type Who } from './couple.ts';

/** Each is one hint by itself, and not enough. */
const TAKEN_BACK = 'never mind';
const PAUSE = 'vulnerability/long-to-write';

const types = (who: Who, time: string): Heard => ({ type: 'typing', at: at(time), by: PERSON[who] });
const presses = (who: Who, time: string): Heard => ({ type: 'interaction', at: at(time), by: PERSON[who] });

/** Signs of typing every ten seconds, as Discord sends them. */
function typesOn(who: Who, from: string, until: string): readonly Heard[] {
  const signs: Heard[] = [];
  for (let now = at(from); now <= at(until); now += 10 * SECOND) signs.push({ ...types(who, from), at: now });
  return signs;
}

/** What the reader is told of how each utterance was typed. */
function typedIn(
  events: readonly Heard[],
  ben: Parameters<typeof partnerState>[0] = {},
): readonly (Typed | 'unseen')[] {
  const { their, told } = listening(ben);
  their.hear(...events);
  their.sleepUntil(at('20:00'));
  return told();
}

/** A couple whose real reader is listened in on. */
function listening(ben: Parameters<typeof partnerState>[0] = {}): {
  their: Couple;
  told: () => readonly (Typed | 'unseen')[];
} {
  const told = new Map<string, Typed | 'unseen'>();
  const reader: Reader = (said, context) => {
    told.set(said.text, context.typed ?? told.get(said.text) ?? 'unseen');
    return READER(said, context);
  };
  return { their: couple({ state: withBen(ben), reader }), told: () => [...told.values()] };
}

function withBen(ben: Parameters<typeof partnerState>[0]): DyadState {
  return dyadState({ time: at('08:00'), partners: [partnerState(), partnerState({ id: BEN, ...ben })] });
}

const bidsOf = ({ trace }: Couple) => trace.flatMap((one) => (one.saw === 'reading' ? [one.reading.bid?.kind] : []));
const reasonsOf = ({ session }: Couple) => session.state.bids.flatMap(({ because }) => because);

describe('a pause before a short line', () => {
  it('is heard beside a word taken back, which alone is not enough', () => {
    const silent = couple();
    silent.hear(say('ben', '14:00', TAKEN_BACK));
    silent.sleepUntil(at('14:05'));
    const pausing = couple();
    pausing.hear(types('ben', '13:59'), say('ben', '14:00', TAKEN_BACK));
    pausing.sleepUntil(at('14:05'));

    expect(bidsOf(silent)).toEqual([undefined]);
    expect(bidsOf(pausing)).toEqual(['vulnerability']);
    expect(reasonsOf(pausing)).toEqual(['vulnerability/takes-back', PAUSE]);
  });

  it('alone is nothing', () => {
    const their = couple();

    their.hear(types('ben', '13:58'), types('ben', '13:59'), say('ben', '14:00', 'at the station now'));
    their.sleepUntil(at('14:05'));

    expect(bidsOf(their)).toEqual([undefined]);
  });

  it('is all the time since they began, where they never stopped', () => {
    const typed = typedIn([...typesOn('ben', '13:58:40', '13:59:50'), say('ben', '14:00', TAKEN_BACK)]);

    expect(typed).toEqual([{ forSeconds: 80, pausedSeconds: 0 }]);
  });

  it('is the longest time without a sign of typing, where they stopped', () => {
    const events = [types('ben', '13:58'), types('ben', '13:58:10'), types('ben', '13:59:50')];

    const typed = typedIn([...events, say('ben', '14:00', TAKEN_BACK)]);

    expect(typed).toEqual([{ forSeconds: 120, pausedSeconds: 90 }]);
  });

  it('counts before any message of a burst', () => {
    const events = [say('ben', '14:00', 'so'), types('ben', '14:00:05'), say('ben', '14:01:05', TAKEN_BACK)];

    const typed = typedIn([types('ben', '13:59:55'), ...events]);

    expect(typed).toEqual([{ forSeconds: 60, pausedSeconds: 50 }]);
  });

  it('is over once something was said', () => {
    const typed = typedIn([types('ben', '13:59'), say('ben', '14:00', 'home now'), say('ben', '14:04', TAKEN_BACK)]);

    expect(typed).toEqual([{ forSeconds: 60, pausedSeconds: 50 }, 'unseen']);
  });

  it('is none where the other said something meanwhile', () => {
    const events = [types('ben', '13:59'), say('ana', '13:59:30', 'home now'), say('ben', '14:00', TAKEN_BACK)];

    expect(typedIn(events)).toEqual(['unseen', 'unseen']);
  });

  it('is none where they began more than five minutes before', () => {
    expect(typedIn([types('ben', '13:54'), say('ben', '14:00', TAKEN_BACK)])).toEqual(['unseen']);
    expect(typedIn([types('ben', '13:55'), say('ben', '14:00', TAKEN_BACK)])).not.toEqual(['unseen']);
    expect(typedIn([...typesOn('ben', '13:50', '13:55'), say('ben', '13:55:20', TAKEN_BACK)])).toEqual(['unseen']);
  });

  it('never reaches further back than five minutes, however long they type', () => {
    const typed = typedIn([...typesOn('ben', '13:36', '13:59:50'), say('ben', '14:00', TAKEN_BACK)]);

    expect(typed).toEqual([{ forSeconds: 200, pausedSeconds: 0 }]);
  });

  it('is nobody else’s', () => {
    expect(typedIn([types('ana', '13:59'), say('ben', '14:00', TAKEN_BACK)])).toEqual(['unseen']);
  });

  it('is none after a time that nobody could see', () => {
    const gap: Heard = { type: 'gap', at: at('13:59:10'), until: at('13:59:20') };

    expect(typedIn([types('ben', '13:59'), gap, say('ben', '14:00', TAKEN_BACK)])).toEqual(['unseen']);
  });

  it('goes with the message that was taken back', () => {
    const events = [types('ben', '13:59'), say('ben', '14:00', 'home now'), remove('14:00:10', 'ben-14:00')];

    expect(typedIn([...events, say('ben', '14:00:20', TAKEN_BACK)])).toEqual(['unseen']);
  });

  it.each([
    ['taken back', remove('14:00:30', 'ben-14:00')],
    ['changed', edit('14:00:30', 'ben-14:00', 'home soon')],
  ])('goes with a message that was %s, also where others of the burst stay', (_, change) => {
    const events = [types('ben', '13:59'), say('ben', '14:00', 'home now'), say('ben', '14:00:20', TAKEN_BACK), change];

    expect(typedIn(events)).toEqual(['unseen']);
  });

  it('is not known any more when the words are read again', () => {
    const their = couple();
    their.hear(types('ben', '13:59'), say('ben', '14:00', TAKEN_BACK), say('ana', '14:02', 'home now'));
    const before = reasonsOf(their);

    their.hear(edit('14:10', 'ben-14:00', 'nevermind'));

    expect(before).toContain(PAUSE);
    expect(their.session.state.bids).toEqual([]);
  });
});

describe('whoever does not allow it', () => {
  const consentTo = (scope: number) => {
    const terms: Terms = { scope, host: 'Kim', encrypted: true, readers: 0 };
    return { consent: { terms } };
  };
  const events = [types('ben', '13:59'), say('ben', '14:00', TAKEN_BACK)];
  const HEARD = [{ forSeconds: 60, pausedSeconds: 50 }];

  it('is not heard pausing', () => {
    expect(typedIn(events, { settings: { typing: false } })).toEqual(['unseen']);
  });

  it('is not heard pausing where they said yes to being seen alone', () => {
    expect(typedIn(events, consentTo(PAUSES_ASKED_SINCE - 1))).toEqual(['unseen']);
    expect(typedIn(events, consentTo(CONSENT_SCOPE))).toEqual(HEARD);
  });

  it('is not, from the moment they change their mind', () => {
    const { their, told } = listening();
    const context = { by: BEN, cursor: '0' as never };
    const set = (typing: boolean) => {
      const { state } = their.session;
      their.session.replace(
        apply(state, { do: 'settings', settings: { typing } }, { ...context, at: state.time }).state,
      );
    };

    their.hear(types('ben', '13:59'));
    set(false);
    set(true);
    their.hear(say('ben', '14:00', TAKEN_BACK));
    their.sleepUntil(at('14:05'));

    expect(told()).toEqual(['unseen']);
  });
});

describe('what Nod keeps of typing', () => {
  it('is when they were last here, and nothing else', () => {
    const typing = couple();
    const pressing = couple();

    typing.hear(types('ben', '13:57'), types('ben', '13:59'));
    pressing.hear(presses('ben', '13:57'), presses('ben', '13:59'));

    expect(typing.session.state).toEqual(pressing.session.state);
  });

  it('moves nothing of how the other’s next words are read', () => {
    const theirNext = (before: readonly Heard[]) => {
      const their = couple();
      their.hear(...before, say('ben', '14:00', TAKEN_BACK), say('ana', '14:02', 'love you, miss you already ❤️'));
      their.sleepUntil(at('14:30'));
      const [by, other] = their.trace.filter((one) => one.saw === 'reading');
      return { by: by?.reading.bid?.kind, other: other?.reading };
    };

    const seen = theirNext([types('ben', '13:59')]);
    const unseen = theirNext([]);

    expect([seen.by, unseen.by]).toEqual(['vulnerability', undefined]);
    expect(seen.other).toEqual(unseen.other);
  });

  it('is nobody’s once listening stopped', () => {
    const { their, told } = listening();
    const change = (asked: 'pause' | 'resume', by: PartnerState['id']) => {
      const { state } = their.session;
      const context = { by, at: state.time, cursor: '0' as never };
      their.session.replace(apply(state, { do: asked }, context).state);
    };

    their.hear(types('ben', '13:59'));
    change('pause', ANA);
    change('resume', ANA);
    their.hear(say('ben', '14:00', TAKEN_BACK));
    their.sleepUntil(at('14:05'));

    expect(told()).toEqual(['unseen']);
  });
});
