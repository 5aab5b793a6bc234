// npm run docs: writes every page that is made from code. test/repository/docs.test.ts fails where one is out of date.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedPages } from './pages/all.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

for (const { path, text } of await generatedPages()) {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
  console.log(path);
}
