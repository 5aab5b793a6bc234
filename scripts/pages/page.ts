/** A file that is made from code, by its path in the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** The first line of every generated Markdown page. */
export const MADE_BY = '<!-- Made by `npm run docs`; edit the code it names, not this page. -->';

/** A Markdown table; bars inside cells are escaped, line breaks become spaces. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Code in Markdown, also when it holds a backtick. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

const cell = (text: string) => text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
