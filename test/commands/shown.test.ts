import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/load-commands.ts';
import { speak, texts } from '../../src/texts/texts.ts';
import { expectFits } from '../support/fits.ts';
import { AROUND } from '../support/shown/around.ts';
import { BEGINNING } from '../support/shown/beginning.ts';
import { OWN } from '../support/shown/own.ts';
import { playScene, pressesOf, type Shown, writeScenes } from '../support/shown/scene.ts';
import { TOLD } from '../support/shown/told.ts';
import { textsOf, watched } from '../support/shown/watched.ts';

/**
 * Everything a partner can be shown by a command, as a file a command to read: test/commands/shown/. A change of what
 * is shown is a change of its file (`npx vitest run test/commands/shown.test.ts -u`), to be read as a partner would.
 */

const FOLDER = new URL('./shown/', import.meta.url);

const { catalogue, called } = watched(texts);
speak(catalogue); // before the commands are loaded, which keep the texts they were given
const commands = await loadCommands(new URL('../../commands/', import.meta.url));

/** Texts that are read elsewhere, each with the place. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^summaries\./, 'docs/reference/commands.md'],
  [/^options\./, 'docs/reference/commands.md'],
  [/^hints\./, 'docs/hints.md'],
  [/^refusals\.lacking(?:One)?\.message$/, 'instead of an answer'],
  [/^demo\.scenes\./, 'the game itself, test/commands/demo.test.ts'],
  [/^(?:busy|sign)\.suggestions\./, 'while it is typed, test/commands/own-side.test.ts'],
  [/^(?:noticed|respond)\.name$/, 'the menu of a message, docs/reference/commands.md'],
  [/^(?:times\.duration|consent\.about\.computer|support\.(?:line|emergency|abuseLines))$/, 'inside another text'],
];

const SCENES = { ...BEGINNING, ...OWN, ...TOLD };
const fileOf = (path: string) => `${path.replace('/', '-')}.txt`;

const played = new Map<string, readonly { readonly when: string; readonly shown: Shown }[]>();
for (const named of commands) {
  const scenes = SCENES[named.path] ?? [];
  const all = [];
  for (const scene of scenes) {
    const shown = await playScene(named, scene, commands);
    all.push({ when: scene.when, shown });
  }
  played.set(named.path, all);
}
const everything = [...played.values()].flat();

describe('what a partner is shown', () => {
  it.each(commands.map(({ path }) => path))('by %s stands in its file', async (path) => {
    const text = writeScenes(path, played.get(path) ?? []);

    await expect(text).toMatchFileSnapshot(new URL(fileOf(path), FOLDER).pathname);
  });

  it.each(commands.map(({ path }) => path))('by %s fits, and says no word that hurts', (path) => {
    for (const { shown } of played.get(path) ?? []) for (const answer of shown.answers) expectFits(answer);
  });

  it('leaves out no command, no press and no menu', () => {
    const pressed = everything.flatMap(({ shown }) => shown.pressed);
    const ofMenus = Object.values(SCENES)
      .flat()
      .filter(({ menu }) => menu);

    expect(commands.filter(({ path }) => (SCENES[path] ?? []).length === 0).map(({ path }) => path)).toEqual([]);
    expect(commands.flatMap(pressesOf).filter((press) => !pressed.includes(press))).toEqual([]);
    expect(ofMenus.length).toBeGreaterThan(commands.filter(({ command }) => command.menus).length);
  });

  it('has no file that nothing is shown for, and no two scenes of a command alike', () => {
    const files = readdirSync(FOLDER).toSorted();
    const whens = Object.entries(SCENES).map(([path, scenes]) => [path, scenes.map(({ when }) => when)] as const);

    expect(files).toEqual(
      [...commands.map(({ path }) => fileOf(path)), ...AROUND.map((name) => `${name}.txt`)].toSorted(),
    );
    for (const [path, all] of whens) expect(new Set(all).size, path).toBe(all.length);
  });

  it('leaves out no text of the catalogue', () => {
    const inScenes = everything.flatMap((one) => one.shown.steps.map(({ text }) => text));
    const around = AROUND.map((name) => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8'));
    const shown = [...inScenes, ...around].join('\n');

    const missing = textsOf(catalogue).filter(({ name, text }) =>
      text === undefined ? !called.has(name) : !shown.includes(text),
    );
    expect(missing.map(({ name }) => name).filter((name) => !ELSEWHERE.some(([one]) => one.test(name)))).toEqual([]);
  });
});
