import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelId, dyadId, messageId, personId } from '../../src/domain/ids.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { foldIntoWeeks } from '../../src/domain/week.ts';
import type { Store } from '../../src/ports/store.ts';
import { batchOf, couple, daysOn, fill, invite, MONDAY, momentOf, outboxOf, stateOf } from '../stores/samples.ts';

/** What every store must do, whichever database it keeps its rows in. */
export function storeContract(makeStore: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await makeStore();
  });
  afterEach(() => store.close());

  describe('couples', () => {
    it('makes one secret and keeps it', async () => {
      const secret = await store.secret();

      expect(await store.secret()).toBe(secret);
      expect(secret.length).toBeGreaterThanOrEqual(40);
    });

    it('keeps an invitation without state, the asker first', async () => {
      const dyad = await invite(store, ['ana', 'ben']);

      expect(dyad).toEqual({
        id: dyad.id,
        platform: 'discord',
        channel: channelId('channel of ana'),
        partners: [
          { id: dyad.partners[0].id, person: personId('ana') },
          { id: dyad.partners[1].id, person: personId('ben') },
        ],
        askedAt: MONDAY,
      });
      expect(await store.dyads('discord')).toEqual([dyad]);
    });

    it('finds the couples of a person, on their platform only', async () => {
      const one = await invite(store, ['ana', 'ben']);
      const two = await invite(store, ['cem', 'ana']);
      await invite(store, ['dia', 'eli']);

      const found = await store.dyadsOf('discord', personId('ana'));

      expect(found).toEqual([one, two]);
      expect(two.partners[1].id).toBe(one.partners[0].id);
      expect(await store.dyadsOf('demo', personId('ana'))).toEqual([]);
      expect(await store.dyads('demo')).toEqual([]);
    });

    it('gives a state back as it was', async () => {
      const dyad = await invite(store, ['ana', 'ben']);
      const state = stateOf(dyad, { cursor: messageId('9007199254740993'), wakeAt: MONDAY + HOUR });

      await store.commit(batchOf({ states: [{ dyad: dyad.id, state }] }));

      expect(await store.dyads('discord')).toEqual([{ ...dyad, state }]);
    });

    it('never gives the number of an ended couple to another', async () => {
      const ended = await invite(store, ['ana', 'ben']);
      await store.endDyad(ended.id);

      const next = await invite(store, ['cem', 'dia']);

      expect(next.id).toBeGreaterThan(ended.id);
      expect(next.partners[0].id).toBeGreaterThan(ended.partners[1].id);
    });
  });

  describe('invitations', () => {
    it('remembers that a pair was asked, from when on', async () => {
      await store.rememberAsked('pair', MONDAY);
      await store.rememberAsked('pair', MONDAY + DAY);

      expect(await store.wasAsked('pair', MONDAY + DAY)).toBe(true);
      expect(await store.wasAsked('pair', MONDAY + DAY + 1)).toBe(false);
      expect(await store.wasAsked('other pair', MONDAY)).toBe(false);
    });

    it('keeps "never ask me again", also when asked once more', async () => {
      await store.refuseForEver('person', MONDAY);
      await store.rememberAsked('person', MONDAY + DAY);

      expect(await store.refuses('person')).toBe(true);
      expect(await store.refuses('pair')).toBe(false);
    });
  });

  describe('commit', () => {
    it('keeps deposits to the second and gives back those of one person, oldest first', async () => {
      const { id, partners } = await couple(store, ['ana', 'ben']);
      const [ana, ben] = partners;
      const full = momentOf(ana.id, 2, { style: 'validating', availableSeconds: 0, prompted: true, kind: 'repair' });
      const moments = [full, momentOf(ben.id, 3), momentOf(ana.id, 1, { energy: 'enthusiastic' })];

      await store.commit(batchOf({ moments: moments.map((moment) => ({ dyad: id, moment })) }));

      expect(await store.momentsBy(id, ana.id, 0)).toEqual([moments[2], full]);
      expect(await store.momentsBy(id, ana.id, full.at)).toEqual([full]);
      expect(await store.momentsBy(id, ben.id, 0)).toEqual([moments[1]]);
    });

    it('takes a batch whole or not at all: a moment that is there already undoes it', async () => {
      const dyad = await couple(store, ['ana', 'ben']);
      const [ana] = dyad.partners;
      const moment = { dyad: dyad.id, moment: momentOf(ana.id, 1) };
      await store.commit(batchOf({ moments: [moment] }));
      const state = stateOf(dyad, { time: MONDAY + DAY });

      const again = store.commit(batchOf({ states: [{ dyad: dyad.id, state }], moments: [moment] }));

      await expect(again).rejects.toThrow();
      expect((await store.dyads('discord'))[0]?.state?.time).toBe(MONDAY);
      expect(await store.momentsBy(dyad.id, ana.id, 0)).toHaveLength(1);
    });

    it('refuses anything of a couple that has ended', async () => {
      const dyad = await couple(store, ['ana', 'ben']);
      const [ana] = dyad.partners;
      await store.endDyad(dyad.id);

      const late = [
        batchOf({ states: [{ dyad: dyad.id, state: stateOf(dyad) }] }),
        batchOf({ moments: [{ dyad: dyad.id, moment: momentOf(ana.id, 1) }] }),
        batchOf({ outbox: [outboxOf(dyad.id, ana.id, 1)] }),
        batchOf({
          ledger: [{ partner: ana.id, entry: { at: 1, dyad: dyad.id, about: 'listening', to: 'off', scope: 1 } }],
        }),
      ];

      for (const batch of late) await expect(store.commit(batch)).rejects.toThrow();
    });

    it('appends to the ledger in order, each partner for themselves', async () => {
      const { id, partners } = await couple(store, ['ana', 'ben']);
      const [ana, ben] = partners;
      const entry = (to: string) => ({ at: MONDAY, dyad: id, about: 'listening', to, scope: 1 });

      await store.commit(batchOf({ ledger: [{ partner: ana.id, entry: entry('on') }] }));
      await store.commit(batchOf({ ledger: ['off', 'again'].map((to) => ({ partner: ana.id, entry: entry(to) })) }));

      expect(await store.ledger(ana.id)).toEqual([entry('on'), entry('off'), entry('again')]);
      expect(await store.ledger(ben.id)).toEqual([]);
    });

    it('keeps its batches apart from whatever else runs at the same time', async () => {
      const { id, partners } = await couple(store, ['ana', 'ben']);
      const [ana] = partners;

      await Promise.all(
        [1, 2, 3, 4].flatMap((seq) => [
          store.commit(batchOf({ moments: [{ dyad: id, moment: momentOf(ana.id, seq) }] })),
          store.purge(MONDAY),
          invite(store, [`p${seq}`, `q${seq}`]),
        ]),
      );

      expect(await store.momentsBy(id, ana.id, 0)).toHaveLength(4);
      expect(await store.dyads('discord')).toHaveLength(5);
    });
  });

  describe('outbox', () => {
    it('keeps one row a nudge, as it last was', async () => {
      const { id, partners } = await couple(store, ['ana', 'ben']);
      const queued = outboxOf(id, partners[0].id, 1);
      const whereabouts = { channel: channelId('dm'), message: messageId('77'), at: MONDAY };
      const sent = { ...queued, status: 'sent', attempts: 1, sent: whereabouts } as const;
      await store.commit(batchOf({ outbox: [queued] }));

      await store.commit(batchOf({ outbox: [sent] }));

      expect(await store.outbox(id)).toEqual([sent]);
    });

    it('gives all that is on its way, across couples, and forgets what is done', async () => {
      const [one, two] = [await couple(store, ['ana', 'ben']), await couple(store, ['cem', 'dia'])];
      const first = outboxOf(one.id, one.partners[0].id, 2);
      const second = outboxOf(two.id, two.partners[0].id, 1);
      await store.commit(batchOf({ outbox: [second, first] }));

      const before = await store.wholeOutbox();
      await store.removeFromOutbox(two.id, 1);

      expect(before).toEqual([first, second]);
      expect(await store.wholeOutbox()).toEqual([first]);
    });
  });

  describe('leaving', () => {
    it('takes all of a couple away and leaves other couples alone', async () => {
      const [left, stays] = [await couple(store, ['ana', 'ben']), await couple(store, ['cem', 'dia'])];
      for (const { id, partners } of [left, stays]) await fill(store, id, partners[0].id);

      await store.endDyad(left.id);

      const [ana] = left.partners;
      expect(await store.dyadsOf('discord', personId('ana'))).toEqual([]);
      expect(await store.momentsBy(left.id, ana.id, 0)).toEqual([]);
      expect(await store.weeks(left.id)).toEqual([]);
      expect(await store.outbox(left.id)).toEqual([]);
      expect(await store.ledger(ana.id)).toEqual([]);
      const [cem] = stays.partners;
      expect(await store.momentsBy(stays.id, cem.id, 0)).toHaveLength(1);
      expect(await store.weeks(stays.id)).toHaveLength(1);
      expect(await store.outbox(stays.id)).toHaveLength(1);
      expect(await store.ledger(cem.id)).toHaveLength(1);
    });

    it.each([
      ['as the one who asked', ['ana', 'cem']],
      ['as the one who was asked', ['cem', 'ana']],
    ] as const)('keeps whom another couple refers to %s, without the lines about this one', async (_, two) => {
      const [ended, kept] = [await couple(store, ['ana', 'ben']), await invite(store, two)];
      const [ana] = ended.partners;
      const line = (dyad: typeof ended) => ({ at: MONDAY, dyad: dyad.id, about: 'listening', to: 'on', scope: 1 });
      await store.commit(batchOf({ ledger: [ended, kept].map((dyad) => ({ partner: ana.id, entry: line(dyad) })) }));

      await store.endDyad(ended.id);

      expect(await store.dyads('discord')).toEqual([kept]);
      expect(await store.ledger(ana.id)).toEqual([line(kept)]);
    });

    it('ends nothing when there is no such couple', async () => {
      await store.endDyad(dyadId(77));

      expect(await store.dyads('discord')).toEqual([]);
    });
  });

  describe('purge', () => {
    it('folds deposits older than 30 days into weeks, on several days the same as at once', async () => {
      const { id, partners } = await couple(store, ['ana', 'ben']);
      const moments = [0, 1, 2, 9].flatMap((day) =>
        partners.map((partner, side) =>
          momentOf(partner.id, day * 2 + side, { at: MONDAY + day * DAY, availableSeconds: day * 100 }),
        ),
      );
      await store.commit(batchOf({ moments: moments.map((moment) => ({ dyad: id, moment })) }));

      for (const day of [30, 31, 32, 33]) await store.purge(daysOn(day));

      const young = await store.momentsBy(id, partners[0].id, 0);
      expect(young).toEqual([moments[6]]);
      expect(await store.weeks(id)).toEqual(foldIntoWeeks(moments.slice(0, 6)));
    });

    it('keeps to the days of the retention table, and not a day longer', async () => {
      const { id, partners } = await couple(store, ['ana', 'ben']);
      const unanswered = await invite(store, ['cem', 'dia']);
      await store.commit(batchOf({ outbox: [outboxOf(id, partners[0].id, 1)] }));
      await store.rememberAsked('pair', MONDAY);
      await store.refuseForEver('person', MONDAY);

      await store.purge(MONDAY + 2 * DAY);
      expect(await store.outbox(id)).toHaveLength(1);
      await store.purge(daysOn(2));
      expect(await store.outbox(id)).toEqual([]);

      await store.purge(MONDAY + 7 * DAY);
      expect(await store.dyadsOf('discord', personId('cem'))).toEqual([unanswered]);
      await store.purge(daysOn(7));
      expect((await store.dyads('discord')).map((dyad) => dyad.id)).toEqual([id]);

      await store.purge(MONDAY + 30 * DAY);
      expect(await store.wasAsked('pair', 0)).toBe(true);
      await store.purge(daysOn(30));
      expect(await store.wasAsked('pair', 0)).toBe(false);
      expect(await store.refuses('person')).toBe(true);
    });
  });
}
