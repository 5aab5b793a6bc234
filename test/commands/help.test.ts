import { describe, expect, it } from 'vitest';
import { command as help } from '../../commands/help.ts';
import { sayLine } from '../../src/texts/en/support.ts';
import { REGIONS, type Region, ZONES } from '../../src/texts/support/regions.ts';
import { linesFor } from '../../src/texts/support-lines.ts';
import { ask, createAsker, type Life, NOW } from '../support/asker.ts';
import { cardOf } from '../support/pressing.ts';

const REGION_CODES = Object.keys(REGIONS) as Region[];

/** Discord's own limit for a message. */
const LONGEST = 2_000;

/** Words that trust, "Never", keeps from every text a partner reads. */
const NEVER = /\b(?:turned away|missed|muted|withdrawal|score[sd]?|streaks?|diagnos\w+|therap(?:y|ist)|prove[sn]?)\b/i;

async function read(life: Life, more: Parameters<typeof ask>[1] = {}): Promise<string> {
  return cardOf(await help.run(ask({}, more), createAsker(life))).text;
}

const inZone = (zone: string): Life => ({ settings: { zone } });

describe('/nod help', () => {
  it('points to people first, also for those worried about someone or afraid of somebody', async () => {
    const text = await read(inZone('Europe/Berlin'));

    expect(text.match(/^\*\*.+\*\*$/gm)).toEqual([
      '**If you would like a person to talk to**',
      '**If you are worried about someone**',
      '**If you are afraid of somebody**',
      '**What Nod does**',
    ]);
    expect(text).toContain('findahelpline.com lists lines by country');
    expect(text).toContain('Nod does not watch for emergencies.');
    expect(text).toContain("If you are afraid of your partner's reaction, do not use Nod.");
  });

  it.each(REGION_CODES)('shows the lines of %s to somebody there, and fits a message', async (region) => {
    const text = await read(inZone(ZONES[region][0] ?? ''));

    for (const line of [...linesFor(region), ...linesFor(region, 'abuse')]) expect(text).toContain(sayLine(line));
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text).not.toMatch(NEVER);
  });

  it('puts their lines before the directory', async () => {
    const text = await read(inZone('Pacific/Auckland'));

    expect(text.indexOf('call or text 1737')).toBeGreaterThan(0);
    expect(text.indexOf('call or text 1737')).toBeLessThan(text.indexOf('findahelpline.com'));
  });

  it('goes by the zone they chose, whatever the language of their app', async () => {
    const life = inZone('Europe/Paris');

    expect(await read(life, { locale: 'en-US' })).toBe(await read(life, { locale: 'ja' }));
    expect(await read(life)).toContain('call 3114');
  });

  it('goes by the language of the app for people in no couple', async () => {
    const text = await read({ settings: 'none' }, { locale: 'en-GB' });

    expect(text).toContain('In the United Kingdom:\n· Samaritans: call 116 123');
  });

  it('falls back on the directory and the local emergency services where no line is known', async () => {
    const text = await read(inZone('Africa/Nairobi'));

    expect(text).not.toMatch(/^In .+:$/m);
    expect(text).toContain(
      'findahelpline.com lists lines by country. In an emergency, call your local emergency services.',
    );
  });

  it('is the same in a server and in direct messages', async () => {
    const life = inZone('Europe/Madrid');

    expect(help.where).toBe('anywhere');
    expect(await read(life, { where: 'dm' })).toBe(await read(life, { where: 'server' }));
  });

  it.each<[string, Life]>([
    ['a rest', { listening: 'resting' }],
    ['another host', { host: 'Somebody else' }],
    ['being busy', { busyUntil: NOW + 3_600_000 }],
    ['other settings', { settings: { coaching: false, reasons: [], numbers: true, nudgesPerDay: 0 } }],
    ['much to show', { mirror: [{ kind: 'play', count: 9 }], together: [{ kind: 'play', amount: 'lots' }] }],
    ['a later day', { now: NOW + 90 * 86_400_000 }],
  ])('is not changed by %s', async (_what, life) => {
    expect(await read(life)).toBe(await read({}));
  });

  it('is not changed by pausing, and after leaving goes by the language alone', async () => {
    const nod = createAsker(inZone('Europe/Vienna'));
    const before = cardOf(await help.run(ask(), nod)).text;

    await nod.submit({ do: 'pause' });
    const paused = cardOf(await help.run(ask(), nod)).text;
    await nod.submit({ do: 'leave' });
    const left = cardOf(await help.run(ask(), nod)).text;

    expect(paused).toBe(before);
    expect(left).toBe(await read({ settings: 'none' }));
  });
});
