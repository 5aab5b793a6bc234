import { NodError } from '../../../src/errors.ts';
import type { Answer, Ask, Command, NamedCommand, Press } from '../../../src/ports/command.ts';

/** What reached the commands. */
export const asked: Ask[] = [];
export const pressed: Press[] = [];
let resolveSlow: (answer: Answer) => void = () => {};

/** Lets a slow answer come. */
export function finish(answer: Answer): void {
  resolveSlow(answer);
}

function slowly(): Promise<Answer> {
  return new Promise((resolve) => {
    resolveSlow = resolve;
  });
}

const BUTTONS = [
  { label: 'Again', path: 'try', action: 'again', id: '7.1' },
  { label: 'New', path: 'try', action: 'new', id: '7:1' },
  { label: 'Slow', path: 'try', action: 'slow' },
  { label: 'Form', path: 'try', action: 'form', id: '9' },
  { label: 'Gone', path: 'try', action: 'no-such-thing' },
] as const;
const SELECT = {
  path: 'try',
  action: 'chosen',
  placeholder: 'Which?',
  choices: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ],
  most: 2,
} as const;
export const CARD = { text: 'A card', rows: [{ buttons: BUTTONS }, { select: SELECT }] };
export const FORM = {
  title: 'When?',
  path: 'try',
  action: 'filled',
  id: '9',
  fields: [{ name: 'until', label: 'Until', required: true, longest: 20 }],
};

function noting(answer: () => Answer | Promise<Answer>) {
  return async (press: Press) => {
    pressed.push(press);
    return answer();
  };
}

const tryOut: Command = {
  summary: 'Try things out',
  options: [
    { name: 'who', summary: 'Somebody', kind: 'partner' },
    { name: 'zone', summary: 'A zone', kind: 'text', complete: (typed) => completions(typed) },
  ],
  where: 'anywhere',
  run: async (ask) => {
    asked.push(ask);
    return { card: CARD };
  },
  presses: {
    again: noting(() => ({ card: { text: 'Changed' }, replace: true })),
    new: noting(() => ({ card: { text: 'Added' } })),
    slow: noting(slowly),
    form: noting(() => ({ modal: FORM })),
    filled: noting(() => ({ card: { text: 'Filled' }, replace: true })),
    chosen: noting(() => ({ card: { text: 'Chosen' }, replace: true })),
  },
};

function completions(typed: string): readonly string[] {
  if (typed === 'fail') throw new Error('secret words');
  return Array.from({ length: 30 }, (_, n) => `${typed}/${n}`);
}

const plain = { summary: 'x', options: [], where: 'anywhere' } as const;
/** Commands made for trying out how they are answered. */
export const COMMANDS: readonly NamedCommand[] = [
  { path: 'try', command: tryOut },
  { path: 'here', command: { ...plain, where: 'server', run: async () => ({ card: { text: 'Here' } }) } },
  { path: 'data/slow', command: { ...plain, run: slowly } },
  {
    path: 'fails/plainly',
    command: {
      ...plain,
      run: async () => {
        throw new Error('secret words');
      },
    },
  },
  {
    path: 'fails/kindly',
    command: {
      ...plain,
      run: async () => {
        throw new NodError('WRONG_PLACE', 'That is no time.', 'Try 17:30.');
      },
    },
  },
];
