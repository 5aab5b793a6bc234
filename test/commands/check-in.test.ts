import { describe, expect, it } from 'vitest';
import { command } from '../../commands/check-in.ts';
import { weekOf } from '../../src/domain/week.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, type Life, NOW } from '../support/asker.ts';
import { buttonsOf, cardOf, modalOf, press, pressLabel, selectOf } from '../support/pressing.ts';

const wording = texts.checkIn;
const KEPT: Life = { settings: { checkInNumbers: true } };

/** Chooses for the three statements one after the other, each on the card that the last choice left. */
async function chooseAll(values: readonly string[], life: Life = {}) {
  const nod = createAsker(life);
  let card = cardOf(await command.run(ask(), nod));
  for (const [place, value] of values.entries()) {
    const row = card.rows?.[place];
    if (!row || !('select' in row)) throw new Error('no statement there');
    card = cardOf(await press(command, row.select, { nod, values: [value] }));
  }
  return { card, nod };
}

describe('/nod check-in', () => {
  it('asks three things, one to seven, in words', async () => {
    const card = cardOf(await command.run(ask(), createAsker()));

    expect(card.text).toContain('my partner …');
    const statements = (card.rows ?? []).flatMap((row) => ('select' in row ? [row.select.placeholder] : []));
    expect(statements).toEqual(['… understood me', '… took my feelings seriously', '… cared']);
    expect(selectOf(card).choices.map(({ label }) => label)).toContain('… understood me: 4 – partly');
  });

  it('shows what is chosen so far, and keeps it in the buttons alone', async () => {
    const { card, nod } = await chooseAll(['5', '6']);

    const chosen = (card.rows ?? []).flatMap((row) =>
      'select' in row ? [row.select.choices.find((choice) => choice.chosen)?.value] : [],
    );
    expect(chosen).toEqual(['5', '6', undefined]);
    expect(nod.changes).toEqual([]);
  });

  it('waits for all three', async () => {
    const { card, nod } = await chooseAll(['5', '6']);

    const answer = cardOf(await pressLabel(command, card, { label: wording.done, nod }));

    expect(answer.text).toContain(wording.notChosen);
    expect(nod.changes).toEqual([]);
  });

  it.each([
    [['5', '6', '7'], wording.back.warm],
    [['3', '6', '7'], wording.back.between],
    [['3', '3', '3'], wording.back.short],
    [['1', '1', '4'], wording.back.short],
    [['2', '7', '7'], wording.back.short],
  ])('says %j back in one sentence and forgets it', async (values, sentence) => {
    const { card, nod } = await chooseAll(values);

    const answer = cardOf(await pressLabel(command, card, { label: wording.done, nod }));

    expect(answer.text).toContain(`${sentence} ${wording.forgotten}`);
    expect(answer.text).not.toMatch(/[1-7]/);
    expect(nod.changes).toEqual([]);
  });

  it.each([
    [['1', '1', '1'], true],
    [['3', '6', '7'], true],
    [['5', '6', '7'], false],
  ])('points to help unless the week was warm throughout: %j', async (values, isNamed) => {
    const { card, nod } = await chooseAll(values);

    const { text } = cardOf(await pressLabel(command, card, { label: wording.done, nod }));

    expect(text.includes(wording.help)).toBe(isNamed);
  });

  it('keeps the three numbers where that was ticked, and says so', async () => {
    const { card, nod } = await chooseAll(['5', '6', '7'], KEPT);

    const answer = cardOf(await pressLabel(command, card, { label: wording.done, nod }));

    expect(nod.changes).toEqual([{ do: 'check-in', agreed: [5, 6, 7] }]);
    expect(answer.text).toContain(wording.kept);
  });

  it('never keeps or repeats the line about a moment', async () => {
    const { card, nod } = await chooseAll(['5', '6', '7'], KEPT);

    const form = modalOf(await pressLabel(command, card, { label: wording.moment, nod }));
    const answer = cardOf(await press(command, form, { nod, fields: { moment: 'a walk by the quarry' } }));

    expect(answer.text).toContain(wording.withMoment);
    expect(answer.text).not.toContain('quarry');
    expect(JSON.stringify(nod.changes)).not.toContain('quarry');
  });

  it('takes an empty line as none', async () => {
    const { card, nod } = await chooseAll(['5', '6', '7']);

    const form = modalOf(await pressLabel(command, card, { label: wording.moment, nod }));
    const answer = cardOf(await press(command, form, { nod, fields: { moment: '  ' } }));

    expect(answer.text).not.toContain(wording.withMoment);
  });

  it.each(['', '9.9.9', 'abc', '5', '5.6', '5.6.8', '1.1e0.x'])(
    'takes a button that carries %j for nothing chosen',
    async (id) => {
      const nod = createAsker(KEPT);

      const answer = cardOf(await press(command, { path: 'check-in', action: 'done', id }, { nod }));

      expect(answer.text).toContain(wording.notChosen);
      expect(nod.changes).toEqual([]);
    },
  );

  it('shows earlier weeks in words, newest first, without a number to compare', async () => {
    const checkIns = [3, 2, 1].map((ago) => ({
      week: weekOf(NOW) - 7 * ago,
      agreed: [ago, ago + 1, ago + 2] as const,
    }));
    const nod = createAsker({ ...KEPT, checkIns });
    const card = cardOf(await command.run(ask(), nod));

    const history = cardOf(await pressLabel(command, card, { label: wording.earlier, nod }));

    expect(history.text.split('\n')).toEqual([
      wording.history,
      '16 November 2026 · understood: not at all · feelings taken seriously: hardly · cared: a little',
      '9 November 2026 · understood: hardly · feelings taken seriously: a little · cared: partly',
      '2 November 2026 · understood: a little · feelings taken seriously: partly · cared: mostly',
    ]);
  });

  it('offers earlier weeks to nobody who has none kept', async () => {
    const card = cardOf(await command.run(ask(), createAsker()));

    expect(buttonsOf(card).map(({ label }) => label)).toEqual([wording.done, wording.moment]);
  });

  it('is for people who have begun', async () => {
    expect(cardOf(await command.run(ask(), createAsker({ settings: 'none' }))).text).toBe(texts.common.none);
  });
});
