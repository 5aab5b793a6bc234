import { describe, expect, it } from 'vitest';
import type { Judge } from '../../src/ports/judge.ts';
import { createJudge, openWith } from '../support/judge-in-memory.ts';
import { ANA, BEN, type Stage, speakPast } from '../support/runner-stage.ts';

/** A yes to a language model is a yes to the computer that it answers at. */

const CLOUD = { judge: 'cloud', judgeVulnerable: true } as const;

/** The host lets another computer answer from the next start on. */
async function moved(stage: Stage, judge: Judge, to: Partial<Pick<Judge, 'host' | 'where'>>): Promise<Stage> {
  Object.assign(judge, to);
  return stage.restart(1);
}

async function openAt(host: string, chosen: Parameters<typeof openWith>[1] = CLOUD) {
  const { judge, asked } = createJudge();
  Object.assign(judge, { where: 'cloud', host });
  return { stage: await openWith(judge, chosen), judge, asked };
}

const renewalOf = (stage: Stage) => stage.nod.askerFor(ANA).renewal();

describe('a language model that answers at another computer', () => {
  it('is asked about again, by name, and nobody is while it stays', async () => {
    const { stage, judge } = await openAt('x.example');

    const same = await renewalOf(await moved(stage, judge, {}));
    const other = await renewalOf(await moved(stage, judge, { host: 'y.example' }));

    expect(same).toBeUndefined();
    expect(other).toMatchObject({
      changes: ['judge'],
      terms: { judgeHost: 'y.example' },
      settings: { judgeHost: 'y.example' },
    });
  });

  it.each([
    [0, 'neither', []],
    [0, 'one', [ANA]],
    [2, 'both', [ANA, BEN]],
  ] as const)('is sent %i lines where %s said yes to it', async (count, _who, yes) => {
    const { stage, judge, asked } = await openAt('x.example');
    const later = await moved(stage, judge, { host: 'y.example' });
    for (const person of yes) await later.nod.askerFor(person).renew();

    await speakPast(later);
    await later.pass(10.1);

    expect(asked).toHaveLength(count);
    expect(later.whispers.length).toBeGreaterThan(0);
  });

  it('stands in the ledger of who said yes to it, and is not asked about any more', async () => {
    const { stage, judge } = await openAt('x.example');
    const later = await moved(stage, judge, { host: 'y.example' });

    await later.nod.askerFor(ANA).renew();

    const ledger = await later.nod.askerFor(ANA).ledger();
    const hosts = ledger.filter(({ about }) => about === 'judge:host').map(({ to }) => to);
    expect(hosts).toEqual(['x.example', 'y.example']);
    expect(await renewalOf(later)).toBeUndefined();
  });

  it.each([
    ['wants none', { judge: 'off' }],
    ['wants one on Nod’s computer alone', { judge: 'local' }],
  ] as const)('is no matter to somebody who %s', async (_who, chosen) => {
    const { stage, judge } = await openAt('x.example', chosen);

    const later = await moved(stage, judge, { host: 'y.example' });

    expect(await renewalOf(later)).toBeUndefined();
  });

  it('is asked about where a yes from before names no computer', async () => {
    const { stage, judge } = await openAt('x.example', { judge: 'off' });
    const [couple] = await stage.store.dyads('memory');
    for (const { settings } of couple?.state?.partners ?? []) Object.assign(settings, { judge: 'cloud' });
    if (couple?.state)
      await stage.store.commit({
        states: [{ dyad: couple.id, state: couple.state }],
        moments: [],
        outbox: [],
        ledger: [],
      });

    const later = await moved(stage, judge, {});

    expect((await renewalOf(later))?.changes).toEqual(['judge']);
  });
});
