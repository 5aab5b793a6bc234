import { describe, expect, it } from 'vitest';
import type { DyadState, OpenBid } from '../../src/domain/dyad.ts';
import {
  at,
  type Couple,
  couple,
  edit,
  type Heard,
  NEWS,
  PASSES_BY,
  PERSON,
  react,
  remove,
  say,
  WORRY,
} from './couple.ts';

/** That a bid was spoken past is kept while it may still matter, and never longer than a day. */

const busy = (time: string, until: string): Heard => ({ type: 'busy', at: at(time), by: PERSON.ben, until: at(until) });

/** All that says of a bid that it was not answered warmly, but for its being there. */
const COLD = /away|against|dismissing|passive|passedAt|passed-over|inARow|judged|doubt/;

const coldIn = ({ bids, promises, answered, early }: DyadState) =>
  JSON.stringify([bids, promises, answered, early]).match(COLD)?.[0];

const bidOf = ({ session }: Couple): OpenBid | undefined => session.state.bids[0];

describe('that a bid was spoken past', () => {
  it('is gone once its window is over, with all that was read in it', () => {
    const their = couple();
    their.hear(say('ana', '14:00', WORRY), say('ben', '14:03', PASSES_BY));
    their.sleepUntil(at('17:59'));
    const before = coldIn(their.session.state);

    their.sleepUntil(at('18:00'));

    expect(before).toBeDefined();
    expect(their.turns()).toEqual(['away']);
    expect(bidOf(their)).toMatchObject({ lapsed: true, acts: [] });
    expect(coldIn(their.session.state)).toBeUndefined();
  });

  it('is gone a day after the bid, however long its window, and not before', () => {
    const their = couple();
    their.hear(say('ana', '14:00', WORRY), busy('14:01', '27 08:00'), say('ben', '14:03', PASSES_BY));
    their.sleepUntil(at('26 13:59'));
    const before = coldIn(their.session.state);

    their.sleepUntil(at('26 14:00'));

    expect(before).toBeDefined();
    expect(bidOf(their)?.lapsed).toBeUndefined();
    expect(coldIn(their.session.state)).toBeUndefined();
  });

  it('goes at its own time, also where nobody woke Nod', () => {
    const chat = [say('ana', '14:00', WORRY), busy('14:01', '27 08:00'), say('ben', '14:03', PASSES_BY)] as const;
    const [woken, asleep] = [couple(), couple()];
    woken.hear(...chat);
    for (const event of chat) asleep.feedOnly(event);

    woken.sleepUntil(at('27 09:00'));
    asleep.wakeOnce(at('27 09:00'));

    expect(asleep.session.state).toEqual(woken.session.state);
  });

  it('is dated by the first time', () => {
    const their = couple();

    their.hear(say('ana', '14:00', WORRY), say('ben', '14:03', PASSES_BY), say('ben', '14:09', 'and fed the cat?'));
    their.sleepUntil(at('14:12'));

    expect(bidOf(their)?.acts).toHaveLength(2);
    expect(bidOf(their)?.passedAt).toBe(at('14:03'));
  });

  it('is noted no more a day after the bid', () => {
    const their = couple();
    their.hear(say('ana', '14:00', WORRY), busy('14:01', '27 08:00'));

    their.hear(say('ben', '26 15:00', PASSES_BY));
    their.sleepUntil(at('26 16:00'));

    expect(bidOf(their)).toBeDefined();
    expect(coldIn(their.session.state)).toBeUndefined();
  });

  it('is not noted of a reply by reference after the window', () => {
    const their = couple();
    their.hear(say('ana', '14:00', WORRY));

    their.hear(say('ben', '19:00', PASSES_BY, { replyTo: 'ana-14:00' }));
    their.sleepUntil(at('20:00'));

    expect(bidOf(their)).toMatchObject({ lapsed: true });
    expect(coldIn(their.session.state)).toBeUndefined();
  });

  it('brings no nudge once it is forgotten, nor one about a silence instead', () => {
    const their = couple();
    their.hear(say('ana', '14:00', WORRY), busy('14:01', '26 15:00'), say('ben', '14:03', PASSES_BY));

    their.sleepUntil(at('28 12:00'));

    expect(their.nudges()).toEqual([]);
  });

  it('counts in no row of what was left unanswered', () => {
    const their = couple();
    their.hear(say('ana', '14:00', WORRY), busy('14:01', '26 15:00'), say('ben', '14:03', PASSES_BY));

    their.sleepUntil(at('26 20:00'));

    expect(bidOf(their)).toMatchObject({ lapsed: true });
    expect(their.session.state.partners[0].waiting).toBeUndefined();
  });
});

describe('what was spoken past, and that is forgotten,', () => {
  const passedBy = [say('ana', '14:00', NEWS), say('ben', '14:03', PASSES_BY)] as const;

  it('is answered by a reply by reference after the window', () => {
    const their = couple();
    their.hear(...passedBy);

    their.hear(say('ben', '20:00', 'congratulations!!', { replyTo: 'ana-14:00' }));
    their.sleepUntil(at('21:00'));

    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
  });

  it('is answered within a window longer than a day', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), busy('14:01', '27 08:00'), say('ben', '14:03', PASSES_BY));

    their.hear(react('ben', '26 18:00', 'ana-14:00'));
    their.sleepUntil(at('27 12:00'));

    expect(their.moments()).toMatchObject([{ kind: 'good-news' }]);
  });

  it.each<[string, readonly Heard[]]>([
    ['what was said past it is deleted', [remove('19:00', 'ben-14:03')]],
    ['what was said past it is edited', [edit('19:00', 'ben-14:03', 'did you move the bike?')]],
    ['it is edited', [edit('19:00', 'ana-14:00', `${NEWS} at last`)]],
  ])('stays so where %s', (_, happens) => {
    const their = couple();
    their.hear(...passedBy);

    their.hear(...happens);
    their.sleepUntil(at('20:00'));

    expect(bidOf(their)).toMatchObject({ lapsed: true, acts: [] });
    expect(coldIn(their.session.state)).toBeUndefined();
    expect(their.moments()).toEqual([]);
  });
});
