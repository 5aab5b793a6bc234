// Builds dist from clean, so that a file that was removed does not live on.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
const tsc = new URL('../node_modules/typescript/bin/tsc', import.meta.url).pathname;
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
});
// tsc copies no data.
cpSync(new URL('../assets', import.meta.url), new URL('../dist/assets', import.meta.url), { recursive: true });
process.exit(status ?? 1);
