import { describe, expect, it } from 'vitest';
import { isOpenedByWords } from '../../src/domain/bid.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import { messageId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/reading.ts';
import { MOST_OPEN_BIDS } from '../../src/domain/settings.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { apply } from '../../src/engine/apply.ts';
import { BEN, dyadState, openBid, partnerState } from '../support/dyad-state.ts';
import {
  at,
  type Couple,
  couple,
  edit,
  type Heard,
  NEWS,
  PERSON,
  READER,
  react,
  say,
  type Who,
  WORRY,
} from './couple.ts';

/** Said after a pause of fifty seconds, and nothing at all without one. */
const TAKEN_BACK = 'never mind';
const types = (time: string, who: Who = 'ben'): Heard => ({ type: 'typing', at: at(time), by: PERSON[who] });
const joins = (who: Who, time: string): Heard => ({ type: 'voice-join', at: at(time), by: PERSON[who] });
const PAUSED = [types('14:03'), say('ben', '14:04', TAKEN_BACK)] as const;
const NEWS_THEN_PAUSED = [say('ben', '14:00', NEWS), ...PAUSED] as const;

/** What became of Ben’s bids: those that words opened, and those that only a pause did. */
function became(their: Couple): { readonly byWords: readonly string[]; readonly byPause: readonly string[] } {
  const ended = their.trace.flatMap((one) => (one.saw === 'response' && one.bid.by === BEN ? [one] : []));
  const turns = (ofWords: boolean) =>
    ended.flatMap(({ bid, response }) => (isOpenedByWords(bid) === ofWords ? [response?.turn ?? 'nowhere'] : []));
  return { byWords: turns(true), byPause: turns(false) };
}

/** A reader that is sure of what it hears in a pause. */
const surelyHurt: Reader = (said, context) => {
  const { bid, ...reading } = READER(said, context);
  return bid ? { ...reading, bid: { ...bid, confidence: 0.9 } } : reading;
};

function afterwards(...events: readonly Heard[]): Couple {
  const their = couple();
  their.hear(...events);
  their.sleepUntil(at('27 20:00'));
  return their;
}

describe('a bid that only a pause opened, beside one that words did,', () => {
  it.each(['amazing!!', 'proud of you', 'congratulations!!'])('has no claim on general words: %j', (answer) => {
    const their = afterwards(...NEWS_THEN_PAUSED, say('ana', '14:06', answer));

    expect(became(their)).toEqual({ byWords: ['toward'], byPause: ['away'] });
    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
  });

  it('is not whispered about where these may have been meant for it', () => {
    const answer = say('ana', '14:06', 'amazing!!');

    const paused = afterwards(...NEWS_THEN_PAUSED, answer);
    const unseen = afterwards(say('ben', '14:00', NEWS), say('ben', '14:04', TAKEN_BACK), answer);

    expect(paused.nudges()).toEqual(unseen.nudges());
  });

  it('is answered by words that are about it, by a reference and by a reaction', () => {
    const asked = afterwards(...NEWS_THEN_PAUSED, say('ana', '14:06', 'oh no, what happened?'));
    const named = afterwards(...NEWS_THEN_PAUSED, say('ana', '14:06', 'i am here', { replyTo: 'ben-14:04' }));
    const reacted = afterwards(...NEWS_THEN_PAUSED, react('ana', '14:06', 'ben-14:04', '🫂'));

    expect([asked, named, reacted].map((their) => became(their).byPause)).toEqual([['toward'], ['toward'], ['toward']]);
  });

  it('leaves a joined call to the other, also one that was joined while it was being said', () => {
    const after = afterwards(...NEWS_THEN_PAUSED, joins('ana', '14:06'));
    const meanwhile = afterwards(...NEWS_THEN_PAUSED, joins('ana', '14:04:30'));

    expect(became(after).byWords).toEqual(['toward']);
    expect(became(meanwhile)).toEqual({ byWords: ['unanswered'], byPause: ['toward'] });
  });

  /** So much is said after it that nothing keeps a line in mind but a bid. */
  const CHATTER = Array.from({ length: 8 }, (_, index) => say('ben', `14:${10 + 2 * index}`, 'on the bus now'));

  it('lends a reply by reference to it nothing that answers these, once they are long said', () => {
    const reply = say('ana', '14:40', 'amazing!!', { replyTo: 'ben-14:04' });

    const paused = afterwards(...NEWS_THEN_PAUSED, ...CHATTER, reply);
    const unseen = afterwards(say('ben', '14:00', NEWS), say('ben', '14:04', TAKEN_BACK), ...CHATTER, reply);

    expect(became(paused)).toEqual({ byWords: became(unseen).byWords, byPause: ['toward'] });
    expect(paused.moments().filter(({ kind }) => kind === 'good-news')).toEqual(unseen.moments());
  });

  it('makes nobody rest by what it is edited into, once it is long said, and ends', () => {
    const edited = edit('14:40', 'ben-14:04', "i don't want to live anymore");

    const paused = couple();
    paused.hear(...PAUSED, ...CHATTER, edited);
    const atOnce = couple();
    atOnce.hear(...PAUSED, say('ben', '14:10', 'on the bus now'), { ...edited, at: at('14:12') });

    expect(paused.session.state.restUntil).toBeUndefined();
    expect(became(paused)).toEqual({ byWords: [], byPause: ['nowhere'] });
    expect(atOnce.session.state.restUntil).toBeDefined();
  });

  /** As many as one may leave open. */
  const crowd = Array.from({ length: MOST_OPEN_BIDS / 2 }, (_, index) =>
    openBid({ seq: index + 1, by: BEN, messages: [messageId(`c${index}`)], endedAt: at('13:30') + index * MINUTE }),
  );

  it('leaves a call joined meanwhile unanswering, where there is no room for it', () => {
    const their = couple({ state: dyadState({ time: at('14:00'), bids: crowd }) });

    their.hear(...PAUSED, joins('ana', '14:04:30'));
    their.sleepUntil(at('14:10'));

    expect(their.session.state.bids.map(({ acts }) => acts)).toEqual(crowd.map(() => []));
  });

  it('pushes none of them out', () => {
    const their = couple({ state: dyadState({ time: at('14:00'), bids: crowd }) });

    their.hear(...PAUSED);
    their.sleepUntil(at('14:10'));

    expect(their.session.state.bids.map(({ seq }) => seq)).toEqual(crowd.map(({ seq }) => seq));
  });

  it('is in no row of what waited', () => {
    const { session } = afterwards(...PAUSED);
    const silent = couple();
    silent.hear(...PAUSED);
    silent.sleepUntil(at('18:30'));

    expect(silent.turns()).toEqual(['unanswered']);
    expect(silent.session.state.partners[1].waiting).toBeUndefined();
    expect(session.state.bids).toEqual([]);
  });
});

describe('a bid that only a pause opened, by itself,', () => {
  it.each(['i am here for you', 'are you ok?', 'sending you a hug'])('is answered by general words: %j', (answer) => {
    const their = afterwards(...PAUSED, say('ana', '14:06', answer));

    expect(became(their)).toEqual({ byWords: [], byPause: ['toward'] });
  });

  it('moves nothing of how often the other is nudged, answered or not, nudged about or not', () => {
    const cadenceOf = ({ session }: Couple) => {
      const { ownAccord, ignoredInARow } = session.state.partners[0];
      return { ownAccord, ignoredInARow };
    };
    const surely = () => couple({ reader: surelyHurt });
    const answered = afterwards(...PAUSED, say('ana', '14:06', 'i am here for you'));
    const passed = surely();
    passed.hear(...PAUSED, say('ana', '14:06', 'did you move the car?'));
    const worried = surely();
    worried.hear(say('ben', '14:04', WORRY), say('ana', '14:06', 'did you move the car?'));

    for (const their of [passed, worried]) their.sleepUntil(at('20:00'));

    expect(passed.nudges()).toEqual(['25 14:14 passed-over to 1', 'taken back']);
    expect([answered, passed].map(cadenceOf)).toEqual([{ ignoredInARow: 0 }, { ignoredInARow: 0 }]);
    expect(cadenceOf(worried)).toMatchObject({ ignoredInARow: 1, ownAccord: [{ nudged: true }] });
  });

  it('is answered by joining a call', () => {
    expect(became(afterwards(...PAUSED, joins('ana', '14:06'))).byPause).toEqual(['toward']);
  });
});

describe('whoever takes the tick back', () => {
  /** Ben switches typing off, as by `/nod settings`. */
  function takesBack({ session, effects }: Couple): void {
    const context = { by: BEN, at: session.state.time, cursor: messageId('now') };
    const changed = apply(session.state, { do: 'settings', settings: { typing: false } }, context);
    session.replace(changed.state);
    effects.push(...changed.effects);
  }

  function afterTakingBack(...events: readonly Heard[]): Couple {
    const their = couple();
    their.hear(...events);
    takesBack(their);
    return their;
  }

  const open = ({ bids, promises, answered, nudges }: DyadState) => [bids, promises, answered, nudges];
  const NOTHING_OPEN = [[], [], [], []];

  it('leaves no bid of theirs that only a pause opened, and takes back what is out about it', () => {
    const passed = [...PAUSED, say('ana', '14:06', 'did you move the car?')];
    const surely = couple({ reader: surelyHurt });
    surely.hear(...passed);
    surely.sleepUntil(at('14:30'));
    const out = surely.nudges();

    takesBack(surely);

    expect(out).toEqual(['25 14:14 passed-over to 1']);
    expect(surely.nudges()).toEqual([...out, 'taken back']);
    expect(open(surely.session.state)).toEqual(NOTHING_OPEN);
  });

  it('leaves no promise and no follow-up that came of one, and the answer counts', () => {
    const put = 'in a meeting, want to hear everything tonight';

    const promised = afterTakingBack(...PAUSED, say('ana', '14:06', put), say('ben', '14:10', 'ok'));
    const answered = afterTakingBack(...PAUSED, say('ana', '14:06', 'i am here for you'), say('ben', '14:10', 'ok'));

    expect(open(promised.session.state)).toEqual(NOTHING_OPEN);
    expect(open(answered.session.state)).toEqual(NOTHING_OPEN);
    expect(answered.moments()).toMatchObject([{ kind: 'vulnerability' }]);
  });

  it('is heard by the words alone where they say it between the line and its end', () => {
    const their = afterTakingBack(...PAUSED);

    their.sleepUntil(at('14:10'));

    expect(open(their.session.state)).toEqual(NOTHING_OPEN);
    expect(their.trace).toMatchObject([{ saw: 'reading', reading: { tender: false } }]);
    expect(their.trace[0]).not.toHaveProperty('reading.bid');
  });

  it('keeps what words opened, as sure as these alone make it', () => {
    const line = 'today was awful, nvm';
    const unseen = couple();
    unseen.hear(say('ben', '14:04', line));
    unseen.sleepUntil(at('14:10'));
    const paused = couple();
    paused.hear(types('14:03'), say('ben', '14:04', line));
    paused.sleepUntil(at('14:10'));
    const before = paused.session.state.bids;

    takesBack(paused);

    expect(before).toMatchObject([{ byWords: unseen.session.state.bids[0]?.confidence }]);
    expect(paused.session.state.bids).toEqual(unseen.session.state.bids);
  });

  it('leaves nothing to ask the other about after the first days', () => {
    const begun = { consentedAt: at('25 20:00') - 3 * DAY };
    const state = dyadState({
      time: at('08:00'),
      partners: [partnerState(begun), partnerState({ id: BEN, ...begun })],
    });
    const firstDays = () => couple({ state, options: { quietStart: true }, reader: surelyHurt });
    const passed = [say('ana', '14:06', 'did you move the car?')];
    const paused = firstDays();
    paused.hear(...PAUSED, ...passed);
    const worried = firstDays();
    worried.hear(say('ben', '14:04', WORRY), ...passed);

    const firstLookOf = ({ session }: Couple) => session.state.partners[0].firstLook ?? [];

    for (const their of [paused, worried]) their.sleepUntil(at('15:00'));
    takesBack(paused);

    expect(paused.trace).toContainEqual(expect.objectContaining({ saw: 'silence', gate: 'quiet-start' }));
    expect(firstLookOf(paused)).toEqual([]);
    expect(firstLookOf(worried)).toHaveLength(1);
  });

  it('is not told any more that a pause was noticed', () => {
    const their = couple();
    their.hear(...PAUSED);
    their.sleepUntil(at('14:10'));
    const noticed = () => their.session.noticing.of(BEN, messageId('ben-14:04'), at('14:10'))?.is;
    const before = noticed();

    takesBack(their);

    expect([before, noticed()]).toEqual(['bid', undefined]);
  });

  it('leaves what the other’s pauses opened', () => {
    const anas = [types('14:03', 'ana'), say('ana', '14:04', TAKEN_BACK)];
    const their = couple();
    their.hear(...anas);
    their.sleepUntil(at('14:10'));

    takesBack(their);

    expect(their.session.state.bids).toMatchObject([{ byWords: 0 }]);
  });
});
