import type { Card, Select } from '../../../src/ports/card.ts';
import type { Answer, Ask, Command, NamedCommand, Pointed } from '../../../src/ports/command.ts';
import { ask, createAsker, type Life } from '../asker.ts';
import { customIdOf, pressFrom } from '../pressing.ts';
import { renderAnswer, renderCard } from './render.ts';

/** One way through a command or a card, as a partner takes it; every step of it is shown. */
export interface Scene {
  /** In which case this is shown. */
  readonly when: string;
  readonly life?: Life;
  /** How it begins: the command with these options, its entry in the menu of a message, or a card that lies there. */
  readonly options?: Ask['options'];
  readonly menu?: true;
  readonly card?: Card;
  readonly locale?: string;
  readonly deeds?: readonly Deed[];
}

/** A button by what stands on it, or by its place from 0 on; what is chosen in a select; what is typed into a form; or what a button once carried. */
export type Deed =
  | string
  | { readonly choose: readonly string[] /** The select, by what stands in it. */; readonly in?: string }
  | { readonly fill: Readonly<Record<string, string>> }
  | { readonly nth: number }
  | { readonly old: { readonly action: string; readonly id: string } };

/** What was shown, step by step, and which presses were answered on the way, as `path:action`. */
export interface Shown {
  readonly steps: readonly { readonly deed: string; readonly text: string }[];
  readonly answers: readonly Answer[];
  readonly pressed: readonly string[];
}

export async function playScene(named: NamedCommand, scene: Scene, commands: readonly NamedCommand[]): Promise<Shown> {
  const nod = createAsker(scene.life);
  const steps: Shown['steps'][number][] = [];
  const answers: Answer[] = [];
  const pressed: string[] = [];
  const show = (deed: string, answer: Answer) => {
    steps.push({ deed, text: renderAnswer(answer) });
    answers.push(answer);
    return answer;
  };
  const given = scene.locale === undefined ? {} : { locale: scene.locale };
  let now = show('', await begin(named, scene, nod));
  for (const deed of scene.deeds ?? []) {
    const target = find(now, deed, named.path);
    pressed.push(`${target.path}:${target.action}`);
    const then = commands.find(({ path }) => path === target.path)?.command.presses?.[target.action];
    if (!then) throw new Error(`nothing answers ${target.path}:${target.action}`);
    const press = pressFrom(customIdOf(target), { ...given, values: target.values ?? [], fields: target.fields ?? {} });
    now = show(target.said, await then(press, nod));
  }
  return { steps, answers, pressed };
}

async function begin(
  { command, path }: NamedCommand,
  scene: Scene,
  nod: ReturnType<typeof createAsker>,
): Promise<Answer> {
  if (scene.card) return { card: scene.card };
  if (!scene.menu)
    return command.run(ask(scene.options, scene.locale === undefined ? {} : { locale: scene.locale }), nod);
  const menu = Object.values(command.menus ?? {})[0];
  if (!menu) throw new Error(`${path} is in no menu`);
  const { options: _, ...pointing } = ask();
  const pointed: Pointed = { ...pointing, where: 'channel' };
  return menu.run(pointed, nod);
}

interface Target {
  readonly path: string;
  readonly action: string;
  readonly id?: string;
  readonly values?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly said: string;
}

function find(now: Answer, deed: Deed, path: string): Target {
  if (typeof deed !== 'string' && 'old' in deed) return { path, ...deed.old, said: 'a button of an older card' };
  if (typeof deed === 'string' || 'nth' in deed) return buttonOf(now, deed);
  if ('fill' in deed) {
    if (!('modal' in now)) throw new Error('there is no form to fill in');
    const typed = Object.values(deed.fill).map((one) => `“${one}”`);
    return { ...pick(now.modal), fields: deed.fill, said: `▭ ${typed.join(', ')}` };
  }
  const select = selectOf(now, deed);
  const labels = select.choices.filter(({ value }) => deed.choose.includes(value)).map(({ label }) => label);
  return { ...pick(select), values: deed.choose, said: `▾ ${labels.join(' · ') || 'nothing'}` };
}

const pick = ({ path, action, id }: Pick<Target, 'path' | 'action' | 'id'>) => {
  return { path, action, ...(id === undefined ? {} : { id }) };
};

function buttonOf(now: Answer, deed: string | { readonly nth: number }): Target {
  const buttons = 'card' in now ? (now.card.rows ?? []).flatMap((row) => ('buttons' in row ? row.buttons : [])) : [];
  const button = typeof deed === 'string' ? buttons.find(({ label }) => label === deed) : buttons[deed.nth];
  if (!button || button.disabled) throw new Error(`no button ${JSON.stringify(deed)} on:\n${renderAnswer(now)}`);
  return { ...pick(button), said: `[${button.label}]` };
}

/** The one that offers all of it; of several the last, so that choosing nothing means the last one. */
function selectOf(now: Answer, { choose: values, in: name }: Extract<Deed, { choose: unknown }>): Select {
  const selects = 'card' in now ? (now.card.rows ?? []).flatMap((row) => ('select' in row ? [row.select] : [])) : [];
  const select = selects.findLast(
    ({ choices, placeholder }) =>
      (name ?? placeholder) === placeholder && values.every((value) => choices.some((one) => one.value === value)),
  );
  if (!select) throw new Error(`nothing offers ${values.join()} on:\n${'card' in now ? renderCard(now.card) : ''}`);
  return select;
}

/** So many lines are worth saying only once in a file. */
const LONG = 4;

/** The scenes of a command as they stand in its file; what was shown in full before is named by where. */
export function writeScenes(path: string, scenes: readonly { readonly when: string; readonly shown: Shown }[]): string {
  const before = new Map<string, string>();
  const selects = new Set<string>();

  /** A select that offered the same before is named alone. */
  function foldSelects(text: string): readonly string[] {
    const folded = text.replaceAll(/^▾ .*(?:\n {2}[○●☐☑] .*)+/gm, (select) => {
      const isKnown = selects.has(select);
      selects.add(select);
      return isKnown ? `${select.split('\n')[0]} (as before)` : select;
    });
    return folded.split('\n');
  }

  function writeStep(when: string, { deed, text }: Shown['steps'][number]): string {
    const earlier = before.get(text);
    if (text.split('\n').length >= LONG) before.set(text, earlier ?? when);
    const lines = earlier === undefined ? foldSelects(text) : [`(as in “${earlier}”)`];
    const indented = lines.map((line) => (line === '' ? '' : `    ${line}`));
    return [...(deed === '' ? [] : [`  > ${deed}`]), ...indented].join('\n');
  }

  const written = scenes.map(({ when, shown: { steps } }) =>
    [`## ${when}`, ...steps.map((step) => writeStep(when, step))].join('\n\n'),
  );
  return `# ${path}\n\n${written.join('\n\n')}\n`;
}

/** The commands a scene can be played on, by path. */
export type ScenesOf = Readonly<Record<string, readonly Scene[]>>;

/** Every press of a command, as `path:action`. */
export function pressesOf({ path, command }: { readonly path: string; readonly command: Command }): readonly string[] {
  return Object.keys(command.presses ?? {}).map((action) => `${path}:${action}`);
}
