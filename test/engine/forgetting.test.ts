import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { ANA } from '../support/dyad-state.ts';
import { at, couple, edit, NEWS, PASSES_BY, REJOICES, remove, say } from './couple.ts';

const LATER = 'in a meeting, want to hear all about it tomorrow';

describe('what the state holds of messages', () => {
  it('goes by time alone, 48 hours after the last of them', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', PASSES_BY));

    their.sleepUntil(at('27 14:04:59'));
    const before = their.session.held();
    their.sleepUntil(at('27 14:05'));

    expect(before).toEqual(['ben-14:05']);
    expect(their.session.held()).toEqual([]);
  });

  it('asks to be woken for it, and before that for what stood in a row', () => {
    const their = couple();

    their.hear(say('ana', '14:00', 'on the bus'));
    their.sleepUntil(at('14:10'));
    const first = their.session.state.wakeAt;
    their.sleepUntil(at('26 14:00'));

    expect(first).toBe(at('26 14:00'));
    expect(their.session.state.wakeAt).toBe(at('27 14:00'));
  });

  it('goes 48 hours after the bid, however late a promise was made', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS));

    their.hear(say('ben', '26 13:00', LATER, { replyTo: 'ana-14:00' }));
    their.sleepUntil(at('26 13:10'));
    const promised = their.session.state.promises;
    their.sleepUntil(at('27 14:00'));

    expect(promised).toMatchObject([{ about: 'ana-14:00', endsAt: at('27 14:00'), dueAt: at('27 10:00') }]);
    expect(their.session.held()).toEqual(['ben-26 13:00']);
  });

  it('lets a promise go whose bid was deleted, and takes its whisper back', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', 'in a meeting, want to hear everything tonight'));

    their.sleepUntil(at('19:35'));
    their.hear(remove('19:40', 'ana-14:00'));

    expect(their.nudges()).toEqual(['25 19:30 promise to 2', 'taken back']);
    expect(their.session.state.promises).toEqual([]);
  });
});

describe('the words in memory', () => {
  it('are those of the burst, of open bids, of promises and of the last six utterances, no others', () => {
    const their = couple();
    their.hear(say('ana', '13:00', NEWS));
    for (let minute = 10; minute < 30; minute += 2) their.hear(say('ben', `13:${minute}`, PASSES_BY));

    expect(their.session.wordsHeld).toBe(1 + 6 + 1);
    expect(new Set(their.session.held())).toEqual(
      new Set(['ana-13:00', 'ben-13:16', 'ben-13:18', 'ben-13:20', 'ben-13:22', 'ben-13:24', 'ben-13:26', 'ben-13:28']),
    );
  });

  it('are gone when nothing is live any more', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', REJOICES));

    their.sleepUntil(at('27 20:00'));

    expect(their.session.wordsHeld).toBe(0);
    expect(their.session.state).toMatchObject({ bids: [], promises: [], recent: [], early: [] });
  });

  it('go at once with a deletion', () => {
    const their = couple();
    their.hear(say('ana', '14:00', 'a first line'), say('ana', '14:00:30', NEWS));

    their.hear(remove('14:00:40', 'ana-14:00'));

    expect(their.session.held()).toEqual(['ana-14:00:30']);
    expect(their.session.wordsHeld).toBe(1);
  });

  it('are not taken back in for a message that nothing holds', () => {
    const their = couple();
    their.hear(say('ana', '14:00', NEWS));
    const said = { by: ANA, at: at('14:00'), text: NEWS, attachments: [] };

    their.session.refill(['ana-14:00', 'long-gone'].map((id) => ({ ...said, id: messageId(id) })));

    expect(their.session.wordsHeld).toBe(1);
  });

  it('are the new ones after an edit, and none for a message Nod never had', () => {
    const their = couple();
    their.hear(
      say('ana', '14:00', PASSES_BY),
      edit('14:00:20', 'ana-14:00', NEWS),
      edit('14:00:30', 'ana-13:00', NEWS),
    );

    their.sleepUntil(at('14:10'));

    expect(their.session.state.bids).toMatchObject([{ kind: 'good-news' }]);
    expect(their.session.wordsHeld).toBe(1);
  });
});
