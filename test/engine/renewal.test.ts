import { describe, expect, it } from 'vitest';
import { CONSENT_SCOPE, type OwnConsent, PAUSES_ASKED_SINCE, type Terms } from '../../src/domain/consent.ts';
import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import { messageId } from '../../src/domain/ids.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { everythingOn, RENEWAL_ANSWER, RENEWAL_FIRST, RENEWAL_THEN } from '../../src/domain/settings.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { apply } from '../../src/engine/apply.ts';
import { isListening } from '../../src/engine/door.ts';
import { newDyad } from '../../src/engine/new-dyad.ts';
import { ANA, BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at, couple, NEWS, say } from './couple.ts';

const TERMS: Terms = { scope: 2, host: 'Kim', encrypted: true, readers: 0 };
const CURSOR = messageId('now');

/** Ben's yes is asked for again at 14:00 of that Wednesday; Ana's never. */
function beingAsked(consent: OwnConsent = {}, ben: Parameters<typeof partnerState>[0] = {}): DyadState {
  const asked = { terms: TERMS, askAgainAt: at('14:00'), ...consent };
  return dyadState({
    time: at('08:00'),
    partners: [
      partnerState({ wroteAt: at('08:00') }),
      partnerState({ id: BEN, wroteAt: at('08:00'), ...ben, consent: asked }),
    ],
  });
}

const benOf = (state: DyadState) => state.partners[1] as PartnerState;

describe('a yes to Nod', () => {
  it('is asked for again after thirty days', () => {
    const partner = { settings: everythingOn('Europe/Berlin'), consentedAt: at('14:00'), terms: TERMS };

    const state = newDyad(
      [
        { ...partner, id: ANA },
        { ...partner, id: BEN },
      ],
      { at: at('14:00') },
    );

    expect(state.partners.map(({ consent }) => consent.askAgainAt)).toEqual(Array(2).fill(at('14:00') + RENEWAL_FIRST));
  });

  it('is asked for by one direct message, which uses up the budget of that day', () => {
    const their = couple({ state: beingAsked() });
    their.wakeOnce(at('08:00'));

    their.sleepUntil(at('27 12:00'));

    const notices = their.effects.flatMap((effect) => (effect.do === 'notice' ? [effect.notice] : []));
    expect(notices).toMatchObject([{ to: BEN, reason: 'renewal', at: at('14:00') }]);
    expect(benOf(their.session.state).nudgedAt).toEqual([at('14:00')]);
  });

  it.each([
    ['wants no direct messages', { settings: { coaching: false } }],
    ['cannot be reached', { unreachable: true }],
    ['has written nothing for a week', { wroteAt: at('08:00') - 8 * DAY }],
  ] as const)('is asked for without a direct message where the partner %s', (_, ben) => {
    const their = couple({ state: beingAsked({}, ben) });

    their.sleepUntil(at('27 12:00'));

    expect(their.effects).toEqual([]);
  });

  it('waits with its direct message for the end of quiet hours, and of a rest', () => {
    const asleep = couple({ state: beingAsked({}, { settings: { quiet: { from: 13 * 60, until: 17 * 60 } } }) });
    const resting = couple({ state: { ...beingAsked(), restUntil: at('26 09:00') } });

    asleep.wakeOnce(at('08:00'));
    resting.wakeOnce(at('08:00'));
    asleep.sleepUntil(at('27 12:00'));
    resting.sleepUntil(at('28 12:00'));

    const sent = [asleep, resting].map(({ effects }) =>
      effects.flatMap((effect) => (effect.do === 'notice' ? [effect.notice.at] : [])),
    );
    expect(sent[0]).toEqual([at('17:00')]);
    expect(sent[1]?.[0]).toBeGreaterThanOrEqual(at('26 09:00'));
  });

  it('runs out when nobody answers for thirty days, at that very time', () => {
    const their = couple({ state: beingAsked() });

    their.sleepUntil(at('14:00') + RENEWAL_ANSWER + HOUR);

    const lines = their.effects.flatMap((effect) => (effect.do === 'ledger' ? [effect] : []));
    expect(lines).toEqual([
      {
        do: 'ledger',
        partner: BEN,
        entry: { at: at('14:00') + RENEWAL_ANSWER, scope: CONSENT_SCOPE, about: 'listening', to: 'lapsed' },
      },
    ]);
    expect(benOf(their.session.state)).toMatchObject({ listening: false, consent: { lapsed: true } });
  });

  it('lets nothing in that was said after it ran out, also when the process was off meanwhile', () => {
    const late = { ...beingAsked(), partners: beingAsked({ askAgainAt: at('14:00') - RENEWAL_ANSWER }).partners };
    const their = couple({ state: late });

    their.feedOnly(say('ana', '15:00', NEWS));
    their.sleepUntil(at('16:00'));

    expect(their.trace).toEqual([]);
    expect(isListening(their.session.state)).toBe(false);
  });

  it('ends no sooner when it is renewed in time', () => {
    const their = couple({ state: beingAsked() });
    their.sleepUntil(at('15:00'));

    const { state, effects } = apply(
      their.session.state,
      { do: 'renew', terms: { ...TERMS, readers: 2 } },
      { by: BEN, at: at('15:00'), cursor: CURSOR },
    );

    expect(benOf(state).consent).toEqual({ terms: { ...TERMS, readers: 2 }, askAgainAt: at('15:00') + RENEWAL_THEN });
    expect(state.notices).toEqual([]);
    expect(effects).toContainEqual({ do: 'retract', seq: expect.any(Number) });
    expect(effects.flatMap((effect) => (effect.do === 'ledger' ? [effect.entry.about] : []))).toEqual([
      'listening',
      'coaching',
      ...REASONS.map((reason) => `reason:${reason}`),
      'typing',
    ]);
  });

  it('is none to what typing counts for since: that is off until they tick it themselves', () => {
    const renewedFrom = (scope: number, typing = true) => {
      const state = beingAsked({ terms: { ...TERMS, scope } }, { settings: { typing } });
      const terms = { ...TERMS, scope: CONSENT_SCOPE };
      const renewed = apply(state, { do: 'renew', terms }, { by: BEN, at: at('15:00'), cursor: CURSOR });
      const lines = renewed.effects.flatMap((effect) => (effect.do === 'ledger' ? [effect.entry] : []));
      const said = lines.flatMap(({ about, to }) => (about === 'typing' ? [to] : []));
      return { is: benOf(renewed.state).settings.typing, said };
    };

    const [before, since] = [PAUSES_ASKED_SINCE - 1, PAUSES_ASKED_SINCE].map((scope) => renewedFrom(scope));

    expect(before).toEqual({ is: false, said: ['off'] });
    expect(since).toEqual({ is: true, said: ['on'] });
    expect(renewedFrom(PAUSES_ASKED_SINCE - 1, false)).toEqual({ is: false, said: [] });
  });

  it('begins anew from the renewal on once it had run out', () => {
    const their = couple({ state: beingAsked() });
    their.sleepUntil(at('14:00') + RENEWAL_ANSWER + HOUR);
    const now = at('14:00') + RENEWAL_ANSWER + 2 * HOUR;

    const { state } = apply(their.session.state, { do: 'renew', terms: TERMS }, { by: BEN, at: now, cursor: CURSOR });

    expect(isListening(state)).toBe(true);
    expect(state.cursor).toBe(CURSOR);
    expect(benOf(state).consent).toEqual({ terms: TERMS, askAgainAt: now + RENEWAL_THEN });
  });

  it('is over when its owner says no to the question', () => {
    const lapsed = beingAsked({ lapsed: true }, { listening: false });

    const { state } = apply(lapsed, { do: 'pause' }, { by: BEN, at: at('15:00'), cursor: CURSOR });

    expect(benOf(state)).toMatchObject({ listening: false });
    expect(benOf(state).consent.lapsed).toBeUndefined();
  });

  it('is not brought back by somebody who has left', () => {
    const gone = beingAsked({}, { listening: false, left: true });

    const { state, effects } = apply(gone, { do: 'renew', terms: TERMS }, { by: BEN, at: at('15:00'), cursor: CURSOR });

    expect(state).toEqual(gone);
    expect(effects).toEqual([]);
  });
});

describe('somebody who can no longer read the channel', () => {
  const context = { by: BEN, at: at('14:00'), cursor: CURSOR };

  it('is listened for no more, though their own switch stays on', () => {
    const their = couple();
    their.hear(say('ana', '13:00', NEWS));
    their.sleepUntil(at('13:30'));

    const { state, effects } = apply(their.session.state, { do: 'absent', is: true }, context);

    expect(isListening(state)).toBe(false);
    expect(benOf(state).listening).toBe(true);
    expect(state.bids).toEqual([]);
    expect(effects.filter((effect) => effect.do === 'ledger')).toEqual([]);
  });

  it('is listened for again from when they are back, and nothing of between is read', () => {
    const { state: away } = apply(couple().session.state, { do: 'absent', is: true }, context);

    const { state } = apply(away, { do: 'absent', is: false }, { ...context, at: at('18:00') });

    expect(isListening(state)).toBe(true);
    expect(state.cursor).toBe(CURSOR);
    expect(state.unobserved).toEqual([{ from: at('14:00'), until: at('18:00') }]);
  });
});
