// Builds dist from clean, so that a file that was removed does not live on.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
});
// tsc copies no data.
for (const data of ['assets', 'package.json']) {
  cpSync(new URL(`../${data}`, import.meta.url), new URL(`../dist/${data}`, import.meta.url), { recursive: true });
}
process.exit(status ?? 1);
