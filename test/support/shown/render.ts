import type { Card, CardRow, Modal } from '../../../src/ports/card.ts';
import type { Answer } from '../../../src/ports/command.ts';

/** What a partner is shown, as plain text: the words, then what can be pressed, chosen or filled in. */
export function renderAnswer(answer: Answer): string {
  if ('modal' in answer) return renderForm(answer.modal);
  const file = answer.file === undefined ? [] : [`⎘ ${answer.file.name}`, ...answer.file.text.trimEnd().split('\n')];
  return [renderCard(answer.card), ...file].join('\n');
}

export function renderCard({ text, rows = [] }: Card): string {
  return [text, ...rows.map(renderRow)].join('\n');
}

function renderRow(row: CardRow): string {
  if ('buttons' in row)
    return row.buttons.map(({ label, disabled }) => (disabled ? `(${label})` : `[${label}]`)).join(' ');
  const { placeholder, choices, most = 1 } = row.select;
  const mark = (chosen: boolean) => (most === 1 ? (chosen ? '●' : '○') : chosen ? '☑' : '☐');
  const lines = choices.map(({ label, hint, chosen = false }) => {
    return `  ${mark(chosen)} ${label}${hint === undefined ? '' : ` (${hint})`}`;
  });
  return [`▾ ${placeholder}`, ...lines].join('\n');
}

function renderForm({ title, fields }: Modal): string {
  const lines = fields.map(({ label, value, placeholder }) => {
    const example = placeholder === undefined ? [] : [`(${placeholder})`];
    return [`  ${label}:`, ...(value === undefined ? [] : [value]), ...example].join(' ');
  });
  return [`▭ ${title}`, ...lines].join('\n');
}
