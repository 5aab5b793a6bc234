import { describe, expect, it } from 'vitest';
import { at, couple, edit, NEWS, PASSES_BY, REJOICES, react, say, unreact, WORRY } from './couple.ts';

const NEXT_EVENING = at('26 20:00');

describe('a reply by reference', () => {
  it('to something said before the bid does not answer the bid', () => {
    const their = couple();

    their.hear(
      say('ana', '13:30', 'dinner is at 7'),
      say('ana', '14:00', WORRY),
      say('ben', '14:20', 'great, thank you ❤️', { replyTo: 'ana-13:30' }),
    );
    their.sleepUntil(NEXT_EVENING);

    expect(their.turns()[0]).toBe('away');
  });

  it('to a message Nod never read does not answer the bid', () => {
    const their = couple();

    their.hear(say('ana', '14:00', WORRY), say('ben', '14:20', 'great, thank you ❤️', { replyTo: 'somebody-else' }));
    their.sleepUntil(NEXT_EVENING);

    expect(their.turns()[0]).toBe('away');
  });

  it('to what was said about the bid since answers it as plain words do', () => {
    const their = couple();

    their.hear(
      say('ana', '14:00', NEWS),
      say('ana', '14:05', 'they called at lunch'),
      say('ben', '14:20', REJOICES, { replyTo: 'ana-14:05' }),
    );
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([{ kind: 'good-news', availableSeconds: 20 * 60 }]);
  });

  it('leaves the newest bid to other words', () => {
    const their = couple();

    their.hear(
      say('ana', '14:00', NEWS),
      say('ana', '14:10', WORRY),
      say('ben', '14:20', 'congratulations!!', { replyTo: 'ana-14:00' }),
      say('ben', '14:30', "oh no, i'm so sorry, that sounds really hard"),
    );
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([
      { kind: 'good-news', availableSeconds: 20 * 60 },
      { kind: 'vulnerability', availableSeconds: 20 * 60 },
    ]);
  });
});

describe('a line after the talk has gone on', () => {
  const GONE_ON = [say('ana', '14:00', WORRY), say('ben', '14:03', PASSES_BY), say('ana', '14:05', 'by the gate')];

  it.each(['found it 😅', 'k ill bug him', 'on my way'])('answers that and not the bid before it: %s', (line) => {
    const their = couple();

    their.hear(...GONE_ON, say('ben', '14:09', line));
    their.sleepUntil(NEXT_EVENING);

    expect(their.turns()).toEqual(['away']);
    expect(their.moments()).toEqual([]);
  });

  it('still answers the bid with words that take it up', () => {
    const their = couple();

    their.hear(...GONE_ON, say('ben', '14:09', 'found it. i am so sorry, that sounds hard'));
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([{ kind: 'vulnerability' }]);
  });
});

describe('an edit', () => {
  it('of something said before the bid is no answer to it', () => {
    const their = couple();

    their.hear(
      say('ana', '14:00', 'heading hme, love you'),
      say('ben', '14:10', WORRY),
      edit('14:20', 'ana-14:00', 'heading home, love you'),
    );
    their.sleepUntil(at('14:40'));

    expect(their.session.state.bids.find((bid) => bid.kind === 'vulnerability')?.acts).toEqual([]);
  });

  it('of a reply counts from the edit on', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY), edit('14:09', 'ben-14:05', REJOICES));
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([{ availableSeconds: 9 * 60 }]);
  });

  it('of a reply that answered already changes nothing', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES), edit('14:09', 'ben-14:05', PASSES_BY));
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([{ availableSeconds: 5 * 60 }]);
  });
});

describe('a reaction', () => {
  it('to a message of a burst that turns out to be a bid answers at its end', () => {
    const their = couple();

    their.hear(say('ana', '14:00', 'guess what'), react('ben', '14:00:20', 'ana-14:00'), say('ana', '14:01', NEWS));
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([{ energy: 'low', availableSeconds: 0 }]);
  });

  it('to a burst that is no bid answers nothing', () => {
    const their = couple();

    their.hear(say('ana', '14:00', 'on the bus'), react('ben', '14:00:20', 'ana-14:00'));
    their.sleepUntil(NEXT_EVENING);

    expect(their.session.state.early).toEqual([]);
    expect(their.turns()).toEqual([]);
  });

  it('of one’s own is no answer', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), react('ana', '14:10', 'ana-14:00'));
    their.sleepUntil(NEXT_EVENING);

    expect(their.turns()).toEqual(['unanswered']);
  });

  it.each([
    ['14:10:59', 'unanswered'],
    ['14:11:00', 'toward'],
  ])('of 14:10 that is taken back at %s leaves the bid %s', (time, turn) => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), react('ben', '14:10', 'ana-14:00'), unreact('ben', time, 'ana-14:00'));
    their.sleepUntil(NEXT_EVENING);

    expect(their.turns()).toEqual([turn]);
  });

  it('taken back makes way for what was said after it', () => {
    const their = couple();

    their.hear(
      say('ana', '14:00', NEWS),
      react('ben', '14:10', 'ana-14:00', '🙄'),
      say('ben', '14:10:20', REJOICES),
      unreact('ben', '14:10:30', 'ana-14:00', '🙄'),
    );
    their.sleepUntil(NEXT_EVENING);

    expect(their.moments()).toMatchObject([{ availableSeconds: 10 * 60 + 20 }]);
  });
});
