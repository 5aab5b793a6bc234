import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { admit } from '../../src/engine/door.ts';
import { ANA, BEN, dyadState, openBid, partnerState } from '../support/dyad-state.ts';
import {
  at,
  couple,
  edit,
  type Heard,
  MEMBERS,
  NEWS,
  PASSES_BY,
  REJOICES,
  react,
  remove,
  say,
  WORRY,
} from './couple.ts';

const twoADay = { nudgesPerDay: 2 };
const generous = dyadState({
  time: at('08:00'),
  partners: [partnerState({ id: ANA, settings: twoADay }), partnerState({ id: BEN, settings: twoADay })],
});

describe('time', () => {
  it('never goes back, also when events come late', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '13:00', PASSES_BY));
    their.sleepUntil(at('14:00:30'));

    expect(their.session.state.time).toBe(at('14:00:30'));
    expect(their.session.state.bids).toMatchObject([{ endedAt: at('14:00') }]);
    expect(their.session.state.burst).toMatchObject({ startedAt: at('14:00') });
  });

  it('does everything that was due on the way at its own time', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS));

    their.wakeOnce(at('20:00'));

    expect(their.trace).toMatchObject([
      { saw: 'reading', at: at('14:00') },
      { saw: 'response', at: at('18:00') },
    ]);
    expect(their.session.state.time).toBe(at('20:00'));
  });

  it('reads what was over before an edit or a deletion as it was said', () => {
    const edited = couple();
    const deleted = couple();

    for (const their of [edited, deleted]) their.feedOnly(say('ana', '14:00', NEWS));
    edited.feedOnly(edit('14:01:31', 'ana-14:00', PASSES_BY));
    deleted.feedOnly(remove('14:01:31', 'ana-14:00'));

    for (const { trace } of [edited, deleted]) {
      expect(trace).toMatchObject([{ saw: 'reading', reading: { bid: { kind: 'good-news' } } }, { saw: 'response' }]);
    }
  });

  it('plans the next wake for whatever comes first', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS));
    const whileSaid = their.session.state.wakeAt;
    their.hear(say('ben', '14:05', PASSES_BY));
    their.sleepUntil(at('14:10'));
    const passedOver = their.session.state.wakeAt;
    their.sleepUntil(at('14:15'));

    expect(whileSaid).toBe(at('14:01:30') + 1);
    expect(passedOver).toBe(at('14:15'));
    expect(their.session.state.wakeAt).toBe(at('18:00'));
  });

  it('plans none when nothing is live', () => {
    const their = couple();

    their.sleepUntil(at('14:00'));

    expect(their.session.state).not.toHaveProperty('wakeAt');
  });
});

describe('a whisper', () => {
  it('waits while somebody is still typing a burst', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY), say('ben', '14:14', 'did you feed the cat?'));
    their.sleepUntil(at('14:16'));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2']);
    expect(their.session.state.nudges[0]?.at).toBe(at('14:15:30') + 1);
  });

  it('is not sent for what is read from history more than a minute late', () => {
    const their = couple();
    const late = (event: Heard, now: number) => {
      const admitted = admit(event, MEMBERS, their.session.state);
      return admitted ? their.session.feed(admitted, now).effects : [];
    };

    const silent = [
      say('ana', '14:00', NEWS),
      say('ben', '14:05', PASSES_BY),
      say('ana', '14:30', 'on the bus'),
    ].flatMap((event) => late(event, event.at + MINUTE + SECOND));
    their.wakeOnce(at('14:40'));

    expect(silent).toEqual([]);
    expect(their.nudges()).toEqual(['25 14:40 passed-over to 2']);
  });

  it('is at least 45 minutes from the last one', () => {
    const their = couple({ state: generous });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:02', PASSES_BY));
    their.hear(say('ana', '14:20', WORRY), say('ben', '14:22', 'did you feed the cat?'));
    their.sleepUntil(at('16:00'));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2', '25 15:00 passed-over to 2']);
  });

  it('comes to the stronger moment of two that are due at once', () => {
    const weaker = openBid({ seq: 1, intensity: 0.6, passedAt: at('14:05') });
    const stronger = openBid({ seq: 2, intensity: 0.9, passedAt: at('14:05') });
    const their = couple({ state: { ...generous, time: at('14:10'), bids: [weaker, stronger] } });

    their.sleepUntil(at('14:20'));

    expect(their.session.state.nudges).toMatchObject([{ bidSeq: 2 }]);
  });

  it('goes out once for one bid, and an answer after it is not unprompted', () => {
    const their = couple({ state: generous });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));
    their.sleepUntil(at('16:30'));
    their.hear(say('ben', '16:40', REJOICES));
    their.sleepUntil(at('17:00'));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2', 'taken back']);
    expect(their.moments()).toMatchObject([{ prompted: true }]);
    expect(their.session.state.partners[1].ownAccord).toMatchObject([{ count: 0, nudged: true }]);
  });

  it('is taken back while the answer is still being typed, the record waits for its end', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));

    their.hear(say('ben', '14:20', REJOICES));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2', 'taken back']);
    expect(their.moments()).toEqual([]);
  });

  it('stays out while more is said past the bid', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));

    their.hear(say('ben', '14:20', 'did you feed the cat?'));
    their.sleepUntil(at('14:30'));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2']);
  });

  it('is taken back when the window ends', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));

    their.sleepUntil(at('18:00'));

    expect(their.nudges()).toEqual(['25 14:15 passed-over to 2', 'taken back']);
    expect(their.session.state.nudges).toEqual([]);
  });

  it('is kept back in the first three days where the start is quiet', () => {
    const fresh = partnerState({ id: BEN, consentedAt: at('24 08:00') });
    const state = dyadState({ time: at('08:00'), partners: [partnerState({ id: ANA }), fresh] });
    const their = couple({ state, options: { quietStart: true } });

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));
    their.sleepUntil(at('16:00'));

    expect(their.nudges()).toEqual([]);
    expect(their.trace).toContainEqual(expect.objectContaining({ saw: 'silence', gate: 'quiet-start' }));
  });
});

describe('being seen', () => {
  it('is typing only for somebody who lets it count', () => {
    const typing = (setting: boolean) => {
      const ben = partnerState({ id: BEN, settings: { typing: setting }, seenAt: at('09:00') });
      const their = couple({ state: dyadState({ time: at('10:00'), partners: [partnerState({ id: ANA }), ben] }) });
      their.hear({ type: 'typing', at: at('14:00'), by: MEMBERS[1].person });
      return their.session.state.partners[1].seenAt;
    };

    expect(typing(true)).toBe(at('14:00'));
    expect(typing(false)).toBe(at('09:00'));
  });

  it('is not a reaction that only history tells of', () => {
    const their = couple({
      state: dyadState({
        time: at('10:00'),
        partners: [partnerState(), partnerState({ id: BEN, seenAt: at('09:00') })],
      }),
    });
    their.hear(say('ana', '14:00', NEWS));

    their.hear({ ...react('ben', '15:00', 'ana-14:00'), foundAt: at('15:00') } as Heard);

    expect(their.session.state.partners[1].seenAt).toBe(at('09:00'));
    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
    expect(their.moments()[0]).not.toHaveProperty('availableSeconds');
  });
});

describe('tension', () => {
  const HARSH = "you never listen to me, you're so selfish";

  it('makes an apology a repair, and its acceptance ends it', () => {
    const their = couple();
    their.hear(say('ana', '14:00', HARSH));
    their.sleepUntil(at('14:05'));
    const { tenseUntil } = their.session.state;

    their.hear(say('ben', '14:10', 'i’m so sorry i snapped, that wasn’t about you'));
    their.hear(say('ana', '14:12', 'thank you, i forgive you. i’m sorry too'));
    their.sleepUntil(at('14:20'));

    expect(tenseUntil).toBe(at('26 14:00'));
    expect(their.session.state).not.toHaveProperty('tenseUntil');
    expect(their.session.state.restUntil).toBe(at('14:13:30') + 1 + 30 * MINUTE);
    expect(their.moments()).toMatchObject([{ kind: 'repair', style: 'accepting' }]);
  });

  it('is no rest of the tally: warm words in it are deposits', () => {
    const their = couple();

    their.hear(say('ana', '14:00', HARSH), say('ana', '15:00', NEWS));
    their.hear(say('ben', '15:05', "i'm so happy for you, tell me everything"));
    their.sleepUntil(at('20:00'));

    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
    expect(their.nudges()).toEqual([]);
    expect(their.session.state.tenseUntil).toBe(at('14:00') + 24 * HOUR);
  });
});

describe('that an exchange was tense', () => {
  const HARSH = "you never listen to me, you're so selfish";

  it('is forgotten once it no longer matters, whoever looks', () => {
    const their = couple();
    their.hear(say('ana', '14:00', HARSH));

    their.sleepUntil(at('26 13:59:59'));
    const before = their.session.state.tenseUntil;
    their.sleepUntil(at('26 14:00'));

    expect(before).toBe(at('26 14:00'));
    expect(their.session.state).not.toHaveProperty('tenseUntil');
  });

  it('is known until the end of what was begun before it ended', () => {
    const their = couple();
    their.hear(say('ana', '14:00', HARSH));

    their.hear(say('ben', '26 13:59:30', 'i’m so sorry i snapped, that wasn’t about you'));
    their.sleepUntil(at('26 14:00:30'));
    const meanwhile = their.session.state.tenseUntil;
    their.sleepUntil(at('26 14:05'));

    expect(meanwhile).toBe(at('26 14:00'));
    expect(their.session.state).not.toHaveProperty('tenseUntil');
    expect(their.session.state.bids).toMatchObject([{ kind: 'repair' }]);
  });

  it('still holds for an apology that is read again after it is forgotten', () => {
    const their = couple();
    their.hear(say('ana', '14:00', HARSH));
    const apology = say('ana', '26 13:45', "i feel awful about what i said, i'm sorry");
    their.hear(apology, say('ana', '26 13:45:30', 'oops'));
    their.sleepUntil(at('26 14:01'));
    const before = their.session.state.bids.map(({ kind }) => kind);

    their.hear(remove('26 14:01:10', 'ana-26 13:45:30'));
    their.hear(say('ben', '26 14:03', 'did you move the car?'));
    their.sleepUntil(at('26 14:10'));

    expect(before).toEqual(['repair']);
    expect(their.session.state.bids).toMatchObject([{ kind: 'repair' }]);
    expect(their.nudges()).toEqual([]);
  });
});

describe('words after which Nod keeps quiet for a while', () => {
  const HARSH = "you never listen to me, you're so selfish";
  const LOSS = "my grandma died this morning, i'm heartbroken";
  const later = [say('ana', '12:02', NEWS), say('ben', '12:04', PASSES_BY)];

  it.each([
    ['harsh', HARSH],
    ['tender', LOSS],
  ])('do so also where they were said in a rest that is over: %s', (_, words) => {
    const resting = { from: at('09:00'), until: at('12:00') };
    const state = dyadState({ time: at('09:00'), restUntil: resting.until, unobserved: [resting] });
    const their = couple({ state });
    const calm = couple({ state });

    their.hear(say('ana', '11:50', words), ...later);
    calm.hear(say('ana', '11:50', 'lunch now'), ...later);
    for (const one of [their, calm]) one.sleepUntil(at('12:18'));

    expect(calm.nudges()).toEqual(['25 12:17 passed-over to 2']);
    expect(their.nudges()).toEqual([]);
  });

  it.each([
    ['harsh', HARSH],
    ['tender', LOSS],
  ])('do so also where an edit brought them: %s', (_, words) => {
    const their = couple();

    their.hear(say('ana', '11:50', 'ok then'), edit('11:55', 'ana-11:50', words), ...later);
    their.sleepUntil(at('12:18'));

    expect(their.nudges()).toEqual([]);
  });
});

describe('a tender moment', () => {
  it('is heard and answered, and never written down', () => {
    const their = couple();

    their.hear(say('ana', '14:00', "my grandma died this morning, i'm heartbroken"));
    their.hear(say('ben', '14:05', "oh love, i'm so sorry. i'm coming home"));
    const { restUntil } = their.session.state;
    their.sleepUntil(at('15:30'));

    expect(their.turns()[0]).toBe('toward');
    expect(their.moments().filter((moment) => moment.kind === 'vulnerability')).toEqual([]);
    expect(restUntil).toBe(at('15:00'));
    expect(their.session.state).not.toHaveProperty('restUntil');
  });
});
