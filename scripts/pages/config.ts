import { SETTINGS, type Setting } from '../../src/config.ts';
import { code, MADE_BY, type Page, table } from './page.ts';

/** `.env.example` and the reference of settings, from the one table in src/config.ts. */
export function configPages(): readonly Page[] {
  return [
    { path: '.env.example', text: envExample(SETTINGS) },
    { path: 'docs/reference/config.md', text: reference(SETTINGS) },
  ];
}

const whenUnset = ({ unset }: Setting) => ('value' in unset ? code(unset.value) : unset.means);

function envExample(settings: readonly Setting[]): string {
  const head =
    '# Copy this file to .env and fill in what you need; every line may stay away.\n# Made by `npm run docs`.\n';
  const lines = settings.map((setting) => {
    const unset = 'value' in setting.unset ? setting.unset.value : setting.unset.means;
    return `# ${setting.what}\n# Unset: ${unset}. For example: ${setting.name}=${setting.example}\n${setting.name}=\n`;
  });
  return [head, ...lines].join('\n');
}

function reference(settings: readonly Setting[]): string {
  const rows = settings.map((setting) => [
    code(setting.name),
    setting.what,
    whenUnset(setting),
    `${setting.must}: ${code(`${setting.name}=${setting.example}`)}`,
  ]);
  return `${MADE_BY}

# Settings of an installation

The person who hosts Nod sets these in the environment or in a file \`.env\`, which is read from the folder Nod is
started from; where both name a setting, the environment wins, and a blank value counts as not set. What each partner
chooses for themselves is not here: that is \`/nod settings\`. A value Nod cannot use stops the start with
\`BAD_CONFIG\` and a sentence that names the setting.

${table(['Setting', 'What it is', 'Unset', 'Must be'], rows)}
`;
}
