import { describe, expect, it } from 'vitest';
import { WHISPER_REPLIES } from '../../commands/_whisper.ts';
import { command } from '../../commands/demo.ts';
import { command as whisper } from '../../commands/whisper.ts';
import { fittingHints } from '../../src/coach/hints/catalogue.ts';
import { GUARDED_HINTS } from '../../src/coach/hints/guarded.ts';
import type { Card } from '../../src/ports/card.ts';
import { whisperCard } from '../../src/texts/cards.ts';
import type { Scene } from '../../src/texts/en/scenes/scene.ts';
import { hintText } from '../../src/texts/hints.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, type Life, NOW } from '../support/asker.ts';
import { buttonsOf, cardOf, customIdOf, press, pressLabel } from '../support/pressing.ts';

const SCENES = texts.demo.scenes.flat();
const stranger = () => createAsker({ settings: 'none' });
const labels = (card: Card) => buttonsOf(card).map(({ label }) => label);

/** The number in front of an answer on a card. */
function placeOf({ text }: Card, reply: string): number {
  return Number(text.split('\n').find((line) => line.endsWith(`. ${reply}`))?.[0]);
}

/** One player; everything they press they press on what was shown last. */
function sitDown({ at = NOW, life = { settings: 'none' } }: { at?: number; life?: Life } = {}) {
  const nod = createAsker(life);
  let card: Card | undefined;
  return {
    nod,
    get card(): Card {
      return card ?? { text: '' };
    },
    async begin() {
      card = cardOf(await command.run(ask({}, { at })));
      return this.push('Begin');
    },
    async push(label: string): Promise<Card> {
      card = cardOf(await pressLabel(command, this.card, { label, nod }));
      return card;
    },
    /** The scene that is shown now, known by its three answers. */
    scene(): Scene {
      const { text } = this.card;
      const found = SCENES.find(({ choices }) => choices.every(({ reply }) => text.includes(`. ${reply}`)));
      if (!found) throw new Error(`no scene has these answers: ${text}`);
      return found;
    },
    /** Takes the answer that is the nth as written, by the number it has on the card. */
    async take(choice: 0 | 1 | 2): Promise<Card> {
      return this.push(String(placeOf(this.card, this.scene().choices[choice].reply)));
    },
  };
}

/** Plays to the end, always taking the nth answer as written; gives every scene and every card seen on the way. */
async function playThrough(at: number, choice: 0 | 1 | 2 = 0) {
  const player = sitDown({ at });
  await player.begin();
  const scenes: Scene[] = [];
  const cards: Card[] = [player.card];
  while (!player.card.text.startsWith('**That is how it goes**')) {
    const scene = player.scene();
    scenes.push(scene);
    if (scene.nod.does === 'whisper') cards.push(await player.push('Open'));
    cards.push(await player.take(choice), await player.push('Next'));
  }
  return { player, scenes, cards };
}

/** Enough different moments to meet every scene. */
const MOMENTS = Array.from({ length: 40 }, (_, index) => NOW + index * 7_919);

describe('/nod demo', () => {
  it('plays eight scenes of eight sorts, then says what Nod keeps', async () => {
    const { scenes, player } = await playThrough(NOW);

    expect(scenes).toHaveLength(8);
    expect(scenes.map((scene) => texts.demo.scenes.findIndex((sort) => sort.includes(scene)))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(player.card.text).toContain('Of this game: nothing.');
    expect(player.card.text).toContain(texts.privacy.words);
    expect(player.card.text).toContain('Kept: 30 days, then only weekly totals.');
  });

  it('draws from all that are written, and the same again for the same moment', async () => {
    const games = await Promise.all(MOMENTS.map((at) => playThrough(at)));
    const again = await playThrough(NOW);

    expect(new Set(games.flatMap(({ scenes }) => scenes))).toEqual(new Set(SCENES));
    expect(again.scenes).toEqual(games[0]?.scenes);
    expect(new Set(games.map(({ scenes }) => scenes.map(({ id }) => id).join())).size).toBeGreaterThan(30);
  });

  it('shows eight other scenes in the next game', async () => {
    const { scenes, player } = await playThrough(NOW);
    await player.push('Eight others');

    for (const before of scenes) {
      expect(player.scene().id).not.toBe(before.id);
      await player.take(0);
      await player.push('Next');
    }
  });

  it('shows where Nod is silent and says why, in every game', async () => {
    for (const at of MOMENTS.slice(0, 8)) {
      const { cards } = await playThrough(at);

      expect(cards.some(({ text }) => /\*\*And Nod\?\*\* It says nothing here\. .{20,}/.test(text))).toBe(true);
    }
  });

  it('fits one message and a phone, whatever is drawn and pressed, and says no word that hurts', async () => {
    for (const at of MOMENTS) {
      for (const { text, rows = [] } of (await playThrough(at)).cards) {
        expect(text.length).toBeLessThanOrEqual(1_900);
        expect(rows.length).toBeLessThanOrEqual(3);
        expect(text).not.toMatch(
          /\b(?:wrong|correct|incorrect|right answer|well done|score|points?|streak|best answer)\b/i,
        );
        for (const button of buttonsOf({ text, rows })) {
          expect(customIdOf(button).length).toBeLessThanOrEqual(100);
          expect(button.label.length, 'a phone shows no more').toBeLessThanOrEqual(38);
        }
      }
    }
  });

  it('explains all three answers whichever was taken, the taken one first', async () => {
    const player = sitDown();
    await player.begin();
    const { choices } = player.scene();

    const { text } = await player.take(2);

    expect(text).toContain(`**You:** ${choices[2].reply}\n${choices[2].why}`);
    for (const { reply, why } of choices.slice(0, 2)) expect(text).toContain(`· “${reply}” ${why}`);
  });

  it('gives the place of an answer no meaning', async () => {
    const places = [0, 0, 0];
    for (const at of MOMENTS) {
      const player = sitDown({ at });
      await player.begin();
      const place = placeOf(player.card, player.scene().choices[0].reply) - 1;
      places[place] = (places[place] ?? 0) + 1;
    }

    expect(Math.min(...places)).toBeGreaterThan(MOMENTS.length / 6);
  });

  it('can be left after any scene', async () => {
    const player = sitDown();
    await player.begin();
    await player.take(1);

    const end = await player.push('Enough for now');

    expect(end.text).toContain('**What Nod keeps**');
  });

  it('turns every page in place', async () => {
    const intro = cardOf(await command.run(ask()));

    expect(await pressLabel(command, intro, { label: 'Begin', nod: stranger() })).toHaveProperty('replace', true);
  });
});

describe('Nod’s own cards in the game', () => {
  async function whisperedScene() {
    for (const at of MOMENTS) {
      const player = sitDown({ at });
      await player.begin();
      const { nod } = player.scene();
      if (nod.does === 'whisper' && nod.reason !== 'promise') return { player, nod };
    }
    throw new Error('no game begins with a whisper');
  }

  it('are the neutral line first, then what the real card says once it is opened', async () => {
    const { player, nod } = await whisperedScene();
    const real = { ...nod, dyad: 3, seq: 12, hintText: hintText(nod.hint) ?? '', link: 'https://example.org/' };
    const name = { dyad: 3, seq: 12 };
    const opening = { label: 'Open', nod: createAsker({ nudge: real }) };
    const opened = cardOf(await pressLabel(whisper, whisperCard(name), opening));
    const before = player.card;

    const after = await player.push('Open');

    expect(before.text).toContain(`> ${texts.whisper.line}`);
    expect(before.text).not.toContain(hintText(nod.hint));
    for (const line of opened.text.split('\n').slice(0, 2)) expect(after.text).toContain(`> ${line}`);
    expect(labels(after).slice(0, labels(opened).length)).toEqual(labels(opened));
    expect(labels(after).slice(labels(opened).length)).toEqual(labels(before).slice(1));
  });

  it.each(Object.values(WHISPER_REPLIES))('tell what “$label” would answer and change nothing', async (reply) => {
    const { player } = await whisperedScene();
    await player.push('Open');

    const { text } = await player.push(reply.label);

    expect(text).toContain(`Nod would answer: ${reply.answer} (Here it changes nothing.)`);
    expect(player.nod.changes).toEqual([]);
  });
});

describe('whoever plays', () => {
  it('is told how to begin only where they have no couple', async () => {
    const { player } = await playThrough(NOW);
    const end = player.card;
    const inCouple = sitDown({ life: {} });
    await inCouple.begin();
    await inCouple.take(0);

    const theirs = await inCouple.push('Enough for now');
    const how = await player.push('How to begin');

    expect(labels(end)).toEqual(['How to begin', 'Eight others']);
    expect(labels(theirs)).toEqual(['Eight others']);
    expect(how.text).toContain('`/nod start partner:@name`');
    expect(how.text).toContain(texts.consent.about.afraid);
    expect((await player.push('Back')).text).toBe(end.text);
  });

  it('changes nothing, in a couple or not, and learns nothing about a rest', async () => {
    const lives: Life[] = [{}, { listening: 'resting' }, { busyUntil: NOW + 1 }];

    const ends = await Promise.all(
      lives.map(async (life) => {
        const player = sitDown({ life });
        await player.begin();
        await player.take(0);
        const end = await player.push('Enough for now');
        expect(player.nod.changes).toEqual([]);
        return JSON.stringify(end);
      }),
    );

    expect(new Set(ends).size).toBe(1);
    expect(command.where).toBe('anywhere');
  });

  it.each([
    '',
    'x',
    '1.0.0.no-such-scene',
    '1.0.99.news-job',
    '1.99999.0.news-job',
    'zzzzzzzzzzz.0.0.news-job',
    '1.0.0.news-job.__proto__',
    '1.0.-1.news-job',
  ])('is led to a new beginning by a button that carries “%s”', async (id) => {
    for (const action of Object.keys(command.presses)) {
      const answer = await press(command, { path: 'demo', action, id }, { nod: stranger() });

      expect(cardOf(answer).text).toBe(texts.common.outdated);
    }
  });

  it.each(['3', '99', 'toString', 'constructor'])('is shown the scene again for an answer “%s”', async (more) => {
    const player = sitDown();
    const shown = await player.begin();
    const id = `${buttonsOf(shown)[0]?.id}`.split('.').slice(0, 4).join('.');

    for (const action of ['choose', 'tried']) {
      const answer = await press(command, { path: 'demo', action, id: `${id}.${more}` }, { nod: stranger() });

      // A capital letter is on no button of the game, so such a one is not read at all.
      expect([shown.text, texts.common.outdated]).toContain(cardOf(answer).text);
    }
  });
});

describe('the scenes', () => {
  it('are at least 24, in eight sorts of three or more, each with a name of its own', () => {
    expect(SCENES.length).toBeGreaterThanOrEqual(24);
    expect(texts.demo.scenes.every((sort) => sort.length >= 3)).toBe(true);
    expect(new Set(SCENES.map(({ id }) => id)).size).toBe(SCENES.length);
    expect(new Set(SCENES.map(({ from }) => from)).size).toBe(SCENES.length);
  });

  it('are often ones in which Nod stays silent: usually it does', () => {
    const silent = SCENES.filter(({ nod }) => nod.does === 'nothing');

    expect(silent.length).toBeGreaterThanOrEqual(8);
    expect(texts.demo.scenes.some((sort) => sort.every(({ nod }) => nod.does === 'nothing'))).toBe(true);
  });

  it.each(SCENES.map((scene): [string, Scene] => [scene.id, scene]))(
    '%s can be played',
    (_id, { id, choices, nod }) => {
      expect(id).toMatch(/^[a-z-]{1,30}$/);
      expect(new Set(choices.map(({ reply }) => reply)).size).toBe(3);
      for (const { reply, why } of choices) {
        expect(reply.length, reply).toBeLessThanOrEqual(90);
        expect(reply).not.toMatch(/^\d|\n/);
        expect(why.length, why).toBeLessThanOrEqual(140);
        expect(why, 'one plain line').toMatch(/^[^\n]+[.!]$/);
      }
      if (nod.does === 'nothing') return;
      const guarded = nod.kind === 'vulnerability' ? GUARDED_HINTS : [];
      const hints = [...fittingHints(nod.kind, nod.reason), ...guarded].map(({ id }) => id);
      expect(hints, 'the hint is one that Nod gives').toContain(nod.hint);
    },
  );
});
