import { describe, expect, it } from 'vitest';
import { command as remove } from '../../commands/data/delete.ts';
import { command as take } from '../../commands/data/export.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import type { Answer, OwnExport } from '../../src/ports/command.ts';
import { ask, createAsker, type Life } from '../support/asker.ts';
import { buttonsOf, cardOf, press, pressLabel } from '../support/pressing.ts';

const fileOf = (answer: Answer) => ('card' in answer ? answer.file : undefined);

const GIVEN: OwnExport = {
  consents: [{ to: 'listening', scope: 1 }],
  settings: { ...everythingOn('Europe/Berlin'), exceptions: 2 },
  weeks: [{ week: '2026-W46', answers: 5, warm: 3 }],
  checkIns: [],
};

describe('/nod data export', () => {
  it('hands over a file of the asker’s own, marked “not evidence” inside and beside it', async () => {
    const answer = await take.run(ask(), createAsker({ takeAlong: GIVEN }));

    const file = fileOf(answer);
    const read = JSON.parse(file?.text ?? '{}');
    expect(file?.name).toMatch(/\.json$/);
    expect(read).toMatchObject(GIVEN);
    expect(read.notEvidence).toMatch(/^This is not evidence of anything: /);
    expect(cardOf(answer).text).toContain(read.notEvidence);
  });

  it('says the same in words, for whoever does not know the names in it', async () => {
    const consents = [{ to: 'reason:passed-over', scope: 1 }] as const;

    const answer = await take.run(ask(), createAsker({ takeAlong: { ...GIVEN, consents } }));

    const { inWords } = JSON.parse(fileOf(answer)?.text ?? '{}');
    expect(inWords.agreedTo).toEqual(['a message when something may have slipped by']);
    expect(inWords.settings).toContain('Time zone: Europe/Berlin');
    expect(inWords.weeks).toEqual(['Week of Monday 9 November 2026: 5 warm answers, 3 of more than a quick sign']);
    expect(Object.values(inWords).flat().join()).not.toMatch(/passed-over|[a-z][A-Z]|nudge/);
  });

  it('is the same to the letter whether Nod listens or rests', async () => {
    const lives: Life[] = [{ listening: 'listening' }, { listening: 'resting' }];

    const [listening, resting] = await Promise.all(
      lives.map((life) => take.run(ask(), createAsker({ ...life, takeAlong: GIVEN }))),
    );

    expect(resting).toEqual(listening);
  });

  it('gives somebody without a couple the same file with nothing in it', async () => {
    const answer = await take.run(ask(), createAsker({ settings: 'none' }));

    expect(JSON.parse(fileOf(answer)?.text ?? '{}')).toMatchObject({ consents: [], weeks: [] });
  });
});

describe('/nod data delete', () => {
  it('asks once, says what stays, and deletes nothing yet', async () => {
    const nod = createAsker({ newestCouple: 7 });

    const card = cardOf(await remove.run(ask(), nod));

    expect(card.text).toContain('within 30 days');
    expect(card.text).toContain('never ask me again');
    expect(buttonsOf(card)).toMatchObject([{ look: 'danger', id: '7' }]);
    expect(nod.forgets).toEqual([]);
  });

  it.each<[string, Life]>([
    ['a couple', { newestCouple: 7 }],
    ['a couple that rests', { newestCouple: 7, listening: 'resting' }],
    ['only an invitation', { newestCouple: 8, settings: 'none' }],
    ['nobody Nod ever heard of', { settings: 'none' }],
  ])('answers %s alike', async (_who, life) => {
    const nod = createAsker(life);
    const card = cardOf(await remove.run(ask({}, { where: 'dm' }), nod));

    const answer = await pressLabel(remove, card, { label: 'Delete everything', nod });

    expect(answer).toEqual({
      card: {
        text: 'Done. All that Nod had of you is deleted; its direct messages to you go as soon as Discord lets them.',
      },
      replace: true,
    });
    expect(nod.forgets).toEqual([life.newestCouple ?? 0]);
  });

  it('asks again when something has begun since, and then takes that too', async () => {
    const old = buttonsOf(cardOf(await remove.run(ask(), createAsker({ newestCouple: 7 }))))[0];
    const nod = createAsker({ newestCouple: 9 });

    const again = await press(remove, { path: 'data/delete', action: 'yes', id: old?.id ?? '' }, { nod });
    const before = [...nod.forgets];
    await pressLabel(remove, cardOf(again), { label: 'Delete everything', nod });

    expect(cardOf(again).text).toContain('Something has begun since');
    expect(before).toEqual([]);
    expect(nod.forgets).toEqual([9]);
  });

  it.each(['', 'x', '1e400', '-1'])('takes nothing of a couple for a button that carries “%s”', async (id) => {
    const nod = createAsker({ newestCouple: 7 });

    await press(remove, { path: 'data/delete', action: 'yes', id }, { nod });

    expect(nod.forgets).toEqual([]);
  });
});
