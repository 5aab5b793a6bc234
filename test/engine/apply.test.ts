import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { CONSENT_SCOPE } from '../../src/domain/consent.ts';
import type { DyadState, PartnerSettings } from '../../src/domain/dyad.ts';
import { messageId, type PartnerId } from '../../src/domain/ids.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { apply, type OwnChange } from '../../src/engine/apply.ts';
import { isListening } from '../../src/engine/door.ts';
import type { Change } from '../../src/ports/command.ts';
import {
  ANA,
  answeredBid,
  BEN,
  BID_END,
  dyadState,
  openBid,
  openPromise,
  partnerState,
} from '../support/dyad-state.ts';
import { at, couple, NEWS, PASSES_BY, REJOICES, say } from './couple.ts';

const CURSOR = messageId('now');

function change(state: DyadState, asked: Change | OwnChange, by: PartnerId = BEN, time = state.time) {
  return apply(state, asked, { by, at: time, cursor: CURSOR });
}

const nudge = {
  seq: 3,
  to: BEN,
  bidSeq: 1,
  kind: 'good-news',
  reason: 'passed-over',
  because: ['good-news/made-it'],
  at: BID_END,
} as const;
const changeSettings = (state: DyadState, settings: Partial<PartnerSettings>) =>
  change(state, { do: 'settings', settings }).state;
const nudged = dyadState({ bids: [openBid({ nudged: true })], nudges: [nudge] });

describe('a pause', () => {
  it('moves only one’s own switch, and notes it for oneself alone', () => {
    const { state, effects } = change(dyadState(), { do: 'pause' });

    expect(state.partners.map((partner) => partner.listening)).toEqual([true, false]);
    expect(effects).toEqual([
      {
        do: 'ledger',
        partner: BEN,
        entry: { at: BID_END, scope: CONSENT_SCOPE, about: 'listening', to: 'off' },
      },
    ]);
  });

  it('takes whispers back and lets go of everything that is live', () => {
    const live = dyadState({
      ...nudged,
      promises: [openPromise()],
      burst: { by: ANA, messages: [messageId('m9')], startedAt: BID_END, endedAt: BID_END },
      recent: [{ by: ANA, messages: [messageId('m8')], startedAt: BID_END, endedAt: BID_END }],
    });

    const { state, effects } = change(live, { do: 'pause' });

    expect(state).toMatchObject({ bids: [], promises: [], nudges: [], early: [], recent: [] });
    expect(state.burst).toBeUndefined();
    expect(effects).toContainEqual({ do: 'retract', seq: 3 });
  });

  it('records what was answered before it', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES));
    their.sleepUntil(at('14:06'));

    const { effects } = change(
      {
        ...their.session.state,
        bids: their.session.state.bids.map((bid) => ({
          ...bid,
          acts: [{ at: at('14:05'), event: 'm2', reply: { turn: 'toward', energy: 'low', confidence: 0.9 } as const }],
        })),
      },
      { do: 'pause' },
    );

    expect(effects).toContainEqual(expect.objectContaining({ do: 'record' }));
  });

  it('twice is noted once', () => {
    const once = change(dyadState(), { do: 'pause' }).state;

    expect(change(once, { do: 'pause' }).effects).toEqual([]);
  });

  it('leaves the time until both are back unobserved', () => {
    const paused = change(dyadState(), { do: 'pause' }, BEN, BID_END + MINUTE).state;
    const alsoPaused = change(paused, { do: 'pause' }, ANA, BID_END + HOUR).state;

    const halfBack = change(alsoPaused, { do: 'resume' }, BEN, BID_END + 2 * HOUR).state;
    const back = change(halfBack, { do: 'resume' }, ANA, BID_END + 3 * HOUR).state;

    expect(isListening(halfBack)).toBe(false);
    expect(halfBack.cursor).toBeUndefined();
    expect(isListening(back)).toBe(true);
    expect(back.unobserved).toEqual([{ from: BID_END + MINUTE, until: BID_END + 3 * HOUR }]);
    expect(back.cursor).toBe(CURSOR);
  });
});

describe('leaving', () => {
  it('keeps the switch off, whatever is asked later', () => {
    const left = change(dyadState(), { do: 'leave' }).state;

    const { state, effects } = change(left, { do: 'resume' });

    expect(state.partners[1]).toMatchObject({ listening: false, left: true });
    expect(effects).toEqual([]);
  });

  it('takes one’s own card along, and leaves the other’s', () => {
    const wishes = { low: ['space'], celebrate: ['loud'], shared: true } as const;
    const settings = { wishes };
    const both = dyadState({ partners: [partnerState({ id: ANA, settings }), partnerState({ id: BEN, settings })] });

    const { state, effects } = change(both, { do: 'leave' });

    expect(state.partners.map((partner) => partner.settings.wishes)).toEqual([wishes, undefined]);
    expect(effects.map((effect) => effect.do === 'ledger' && [effect.partner, effect.entry.about])).toEqual([
      [BEN, 'card:low'],
      [BEN, 'card:celebrate'],
      [BEN, 'card:shared'],
      [BEN, 'listening'],
    ]);
  });
});

describe('being busy', () => {
  it('moves the end of open windows, and a later word replaces it', () => {
    const state = dyadState({ bids: [openBid()] });

    const busy = change(state, { do: 'busy', until: BID_END + 2 * HOUR }).state;
    const freeAgain = change(busy, { do: 'busy', until: BID_END + HOUR }, BEN, BID_END + HOUR).state;

    expect(busy.bids[0]?.closesAt).toBe(BID_END + 6 * HOUR);
    expect(freeAgain.bids[0]?.closesAt).toBe(BID_END + 5 * HOUR);
  });

  it('of the one who made the bid moves nothing', () => {
    const state = dyadState({ bids: [openBid()] });

    expect(change(state, { do: 'busy', until: BID_END + 2 * HOUR }, ANA).state.bids).toEqual(state.bids);
  });
});

describe('a setting', () => {
  it('is noted in one’s own ledger, changed ones alone', () => {
    const { effects } = change(dyadState(), { do: 'settings', settings: { nudgesPerDay: 0, numbers: false } });

    expect(effects).toEqual([
      { do: 'ledger', partner: BEN, entry: expect.objectContaining({ about: 'nudgesPerDay', to: '0' }) },
    ]);
  });

  it('of quiet hours moves the end of open windows', () => {
    const state = dyadState({ bids: [openBid()] });
    const quiet = { from: 15 * 60, until: 16 * 60 };

    expect(change(state, { do: 'settings', settings: { quiet } }).state.bids[0]?.closesAt).toBe(BID_END + 5 * HOUR);
  });

  it.each<[string, Partial<PartnerSettings>, number]>([
    ['without the reason', { reasons: ['promise'] }, 1],
    ['without any message', { coaching: false }, 1],
    ['about numbers', { numbers: true }, 0],
  ])('%s takes the whispers of that reason back', (_, settings, taken) => {
    const { effects } = change(nudged, { do: 'settings', settings });

    expect(effects.filter((effect) => effect.do === 'retract')).toHaveLength(taken);
  });
});

describe('an answer to a whisper', () => {
  it('that they talked settles the bid and the promise, and takes the whisper back', () => {
    const { state, effects } = change({ ...nudged, promises: [openPromise()] }, { do: 'talked', seq: 3 });

    expect(state.bids).toEqual([expect.objectContaining({ considered: REASONS, talked: true })]);
    expect(state.promises).toEqual([expect.objectContaining({ considered: true })]);
    expect(state.nudges).toEqual([]);
    expect(effects).toEqual([{ do: 'retract', seq: 3 }]);
  });

  it('that they talked leaves nothing to add to what was answered, of that bid alone', () => {
    const answered = [answeredBid({ bidSeq: 1 }), answeredBid({ bidSeq: 2 })];
    const { state } = change({ ...nudged, answered }, { do: 'talked', seq: 3 });

    expect(state.answered.map(({ bidSeq }) => bidSeq)).toEqual([2]);
  });

  it('that this is not for them makes an exception of the strongest cue', () => {
    const { state, effects } = change(nudged, { do: 'not-this', seq: 3 });

    expect(state.partners[1].settings.exceptions).toEqual(['good-news/made-it']);
    expect(state.bids).toHaveLength(1);
    expect(effects).toContainEqual({ do: 'retract', seq: 3 });
    expect(effects).toContainEqual({
      do: 'ledger',
      partner: BEN,
      entry: expect.objectContaining({ about: 'exceptions', to: 'good-news/made-it' }),
    });
  });

  it('that this is not for them, where no cue could be named, excepts what is merely like that kind', () => {
    const unnamed = { ...nudged, nudges: [{ ...nudge, because: [] }] };

    const { state, effects } = change(unnamed, { do: 'not-this', seq: 3 });

    expect(state.partners[1].settings.exceptions).toEqual(['good-news/likeness']);
    expect(state.nudges).toEqual([]);
    expect(effects).toContainEqual({ do: 'retract', seq: 3 });
    expect(CUES.map(({ id }) => id).filter((id) => id.endsWith('/likeness'))).toEqual([]);
  });

  it('that it helped takes one joke away, however often it is pressed on that whisper', () => {
    const joked = changeSettings(nudged, { jokes: { 'good-news': 3, play: 1 } });

    const once = change(joked, { do: 'helpful', seq: 3 }).state;
    const twice = change(once, { do: 'helpful', seq: 3 });

    expect(once.partners[1].settings.jokes).toEqual({ 'good-news': 2, play: 1 });
    expect(twice).toEqual({ state: once, effects: [] });
    const another = { ...twice.state, nudges: [...twice.state.nudges, { ...nudge, seq: 4 }] };
    expect(change(another, { do: 'helpful', seq: 4 }).state.partners[1].settings.jokes).toMatchObject({
      'good-news': 1,
    });
  });

  it('keeps the last fifty exceptions, whichever way they came', () => {
    const exceptions = Array.from({ length: 50 }, (_, number) => `play/${number}`);
    const firstLook = [{ kind: 'good-news', cue: 'good-news/won' }, { kind: 'vulnerability' }] as const;
    const full = changeSettings(nudged, { exceptions });
    const [ana, ben] = full.partners;
    const asked = { ...full, partners: [ana, { ...ben, firstLook }] } as const;

    const one = change(asked, { do: 'first-look', index: 0, helps: 'never' }).state;
    const two = change(one, { do: 'first-look', index: 1, helps: 'never' }).state;
    const three = change(two, { do: 'not-this', seq: 3 }).state;

    expect(three.partners[1].settings.exceptions).toEqual([
      ...exceptions.slice(3),
      'good-news/won',
      'vulnerability/likeness',
      'good-news/made-it',
    ]);
  });

  it('to a whisper that is out no more changes nothing', () => {
    for (const asked of ['talked', 'not-this', 'helpful'] as const) {
      expect(change(nudged, { do: asked, seq: 99 })).toEqual({ state: nudged, effects: [] });
    }
  });

  it('counts one that was never opened, and starts anew with one that was', () => {
    const ignored = change(nudged, { do: 'nudge-over', seq: 3 }).state;
    const opened = change(nudged, { do: 'nudge-opened', seq: 3 }).state;

    expect(ignored.partners[1].ignoredInARow).toBe(1);
    expect(ignored.nudges).toEqual([]);
    expect(change(opened, { do: 'nudge-over', seq: 3 }).state.partners[1].ignoredInARow).toBe(0);
  });

  it('that never arrived uses up no budget and prompts nothing', () => {
    const undelivered = change(nudged, { do: 'nudge-undelivered', seq: 3, madeAt: BID_END }).state;

    expect(undelivered.nudges).toEqual([]);
    expect(undelivered.partners[1].nudgedAt).toEqual([]);
    expect(undelivered.bids.every((bid) => bid.nudged === undefined)).toBe(true);
  });

  it('of silence for a while takes the whispers back', () => {
    const { state, effects } = change(nudged, { do: 'snooze', until: BID_END + DAY });

    expect(state.partners[1].snoozedUntil).toBe(BID_END + DAY);
    expect(effects).toEqual([{ do: 'retract', seq: 3 }]);
  });
});

describe('messages that cannot reach somebody', () => {
  it('are known as long as that lasts', () => {
    const unreachable = change(dyadState(), { do: 'unreachable', is: true }).state;

    expect(unreachable.partners[1].unreachable).toBe(true);
    expect(change(unreachable, { do: 'unreachable', is: false }).state).toEqual(dyadState());
  });
});

describe('a couple that paused and came back', () => {
  it('is heard again from then on, and nothing of before is told', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));
    their.session.replace(change(their.session.state, { do: 'pause' }, BEN, at('14:10')).state);
    their.hear(say('ben', '14:20', REJOICES));
    their.session.replace(change(their.session.state, { do: 'resume' }, BEN, at('15:00')).state);

    their.hear(say('ana', '15:10', NEWS), say('ben', '15:15', REJOICES));
    their.sleepUntil(at('20:00'));

    expect(their.moments()).toMatchObject([{ at: at('15:10'), availableSeconds: 300 }]);
    expect(their.nudges()).toEqual([]);
  });

  it('keeps settings for either alone', () => {
    const { state } = change(dyadState(), { do: 'settings', settings: { zone: 'Asia/Tokyo' } });

    expect(state.partners[0].settings).toEqual(everythingOn('Europe/Berlin'));
    expect(partnerState({ id: BEN, settings: { zone: 'Asia/Tokyo' } })).toEqual(state.partners[1]);
  });
});
