import { readdirSync } from 'node:fs';
import { NodError } from './errors.ts';
import type { Catalogue } from './texts/catalogue.ts';
import { catalogue as english } from './texts/en/catalogue.ts';

/** TypeScript in a checkout, JavaScript after a build. */
const CATALOGUE_FILE = /^catalogue\.(?:ts|js)$/;

/** The catalogue of a language: `de` is `src/texts/de/catalogue.ts`. Whoever adds that folder adds the language. */
export async function loadLanguage(code: string, folder: URL): Promise<Catalogue> {
  const file = codesIn(folder).includes(code) ? catalogueIn(new URL(`${code}/`, folder)) : undefined;
  if (file === undefined) {
    throw new NodError(
      'BAD_CONFIG',
      'NOD_LANGUAGE names a language that Nod does not speak.',
      `Nod speaks ${codesIn(folder).join(', ')}; src/texts/README.md says how to add another.`,
    );
  }
  const { catalogue }: { readonly catalogue?: Catalogue } = await import(/* @vite-ignore */ file.href);
  if (catalogue === undefined) {
    throw new NodError(
      'BAD_CONFIG',
      `The catalogue of ${code} exports nothing by the name of “catalogue”.`,
      'src/texts/README.md says what such a file holds; src/texts/en/catalogue.ts is one.',
    );
  }
  const lacking = Object.keys(english).filter((part) => !Object.hasOwn(catalogue, part));
  if (lacking.length > 0) {
    throw new NodError(
      'BAD_CONFIG',
      `The catalogue of ${code} lacks ${lacking.join(', ')}.`,
      'Write them, or take them from English with `...english`; `npx tsc` names every text that is missing.',
    );
  }
  return catalogue;
}

/** The languages there are, by the names of their folders. */
function codesIn(folder: URL): readonly string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .filter((name) => catalogueIn(new URL(`${name}/`, folder)) !== undefined)
    .sort();
}

function catalogueIn(language: URL): URL | undefined {
  const name = readdirSync(language).find((file) => CATALOGUE_FILE.test(file));
  return name === undefined ? undefined : new URL(name, language);
}
