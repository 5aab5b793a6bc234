import { readFileSync } from 'node:fs';
import { RETENTION } from '../../src/domain/retention.ts';
import { type Page, table } from './page.ts';

/** The README with its two generated parts: the table of what is kept, and a golden chat that the tests play. */
export function readmePage(): Page {
  const kept = table(
    ['What', 'Kept for'],
    RETENTION.map(({ what, keptFor }) => [what, keptFor]),
  );
  const chat = readFileSync(new URL('../../test/golden/chats/spoken-past.chat', import.meta.url), 'utf8').trim();
  const now = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const parts = { kept, chat: `\`\`\`\n${chat}\n\`\`\`` };
  const text = Object.entries(parts).reduce((page, [name, part]) => between(page, name, part), now);
  return { path: 'README.md', text };
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(page: string, name: string, part: string): string {
  const [before, rest] = page.split(`<!-- ${name} -->`);
  const after = rest?.split(`<!-- /${name} -->`)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has lost its marks for ${name}`);
  return `${before}<!-- ${name} -->\n${part}\n<!-- /${name} -->${after}`;
}
