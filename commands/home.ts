import type { Card } from '../src/ports/card.ts';
import type { Ask, Command, NodForAsker, Press } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { command as busy } from './busy.ts';
import { command as demo } from './demo.ts';
import { command as leave } from './leave.ts';
import { command as me } from './me.ts';
import { command as pause } from './pause.ts';
import { command as resume } from './resume.ts';

const wording = texts.home;
const PATH = 'home';

/** What a person needs most, to press; each button does what its command does, and nothing else. */
export const command = {
  summary: texts.summaries.home,
  where: 'anywhere',
  options: [],

  run: async (_ask, nod) => ({ card: await homeCard(nod) }),

  presses: {
    show: async (_press, nod) => ({ card: await homeCard(nod) }),
    pause: (press, nod) => pause.run(asTyped(press), nod),
    resume: (press, nod) => resume.run(asTyped(press), nod),
    busy: async () => {
      const field = { name: 'until', label: wording.busyField, placeholder: wording.busyExample, required: true };
      return { modal: { title: wording.busyTitle, path: PATH, action: 'until', fields: [field] } };
    },
    until: (press, nod) => busy.run(asTyped(press, { until: press.fields['until'] ?? '' }), nod),
    me: (press, nod) => me.run(asTyped(press), nod),
    demo: (press) => demo.run(asTyped(press)),
    leave: () => leave.run(),
  },
} satisfies Command;

async function homeCard(nod: NodForAsker): Promise<Card> {
  const { own } = await nod.standing();
  const button = (action: 'pause' | 'resume' | 'busy' | 'me' | 'demo' | 'leave') => {
    return { label: wording[action], path: PATH, action };
  };
  if (own === undefined) return { text: wording.alone, rows: [{ buttons: [button('demo')] }] };
  const first = button(own.listening ? 'pause' : 'resume');
  return {
    text: wording.text,
    rows: [{ buttons: [first, button('busy'), button('me'), button('demo'), button('leave')] }],
  };
}

/** The command as it would have been typed. */
function asTyped({ by, channel, where, locale, at }: Press, options: Ask['options'] = {}): Ask {
  return { by, channel, where, locale, at, options };
}
