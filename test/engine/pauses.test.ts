import { describe, expect, it } from 'vitest';
import { isOpenedByWords } from '../../src/domain/bid.ts';
import { messageId } from '../../src/domain/ids.ts';
import { MOST_OPEN_BIDS } from '../../src/domain/settings.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { BEN, dyadState, openBid } from '../support/dyad-state.ts';
import { at, type Couple, couple, type Heard, NEWS, PERSON, react, say } from './couple.ts';

/** Said after a pause of fifty seconds, and nothing at all without one. */
const TAKEN_BACK = 'never mind';
const types = (time: string): Heard => ({ type: 'typing', at: at(time), by: PERSON.ben });
const joins = (who: 'ana' | 'ben', time: string): Heard => ({ type: 'voice-join', at: at(time), by: PERSON[who] });
const PAUSED = [types('14:03'), say('ben', '14:04', TAKEN_BACK)] as const;
const NEWS_THEN_PAUSED = [say('ben', '14:00', NEWS), ...PAUSED] as const;

/** What became of Ben’s bids: those that words opened, and those that only a pause did. */
function became(their: Couple): { readonly byWords: readonly string[]; readonly byPause: readonly string[] } {
  const ended = their.trace.flatMap((one) => (one.saw === 'response' && one.bid.by === BEN ? [one] : []));
  const turns = (ofWords: boolean) =>
    ended.flatMap(({ bid, response }) => (isOpenedByWords(bid) === ofWords ? [response?.turn ?? 'nowhere'] : []));
  return { byWords: turns(true), byPause: turns(false) };
}

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

  it('pushes none of them out', () => {
    const crowd = Array.from({ length: MOST_OPEN_BIDS / 2 }, (_, index) =>
      openBid({ seq: index + 1, by: BEN, messages: [messageId(`c${index}`)], endedAt: at('13:30') + index * MINUTE }),
    );
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

  it('is answered by joining a call', () => {
    expect(became(afterwards(...PAUSED, joins('ana', '14:06'))).byPause).toEqual(['toward']);
  });
});
