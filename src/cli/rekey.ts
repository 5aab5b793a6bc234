import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { loadConfig } from '../config.ts';
import { NodError } from '../errors.ts';
import { presentKey, rekeyDatabase } from '../stores/sqlite/rekey.ts';
import { askNewKey } from './new-key.ts';

/** `nod rekey`: locks the database with another key, or with its first, or unlocks it for good. */
export function addRekey(program: Command): void {
  program
    .command('rekey')
    .description('encrypt the database, change its key, or with --plain decrypt it; stop Nod first')
    .option('--plain', 'take the encryption off')
    .allowExcessArguments()
    .allowUnknownOption()
    .action(async ({ plain = false }: { readonly plain?: boolean }, { args }: Command) => {
      refuseArguments(args);
      process.stdout.write(`${await rekey(plain)}\n`);
    });
}

// Whatever it was, it is not repeated: it may have been a key.
function refuseArguments(args: readonly string[]): void {
  if (args.length === 0) return;
  throw new NodError(
    'KEY_REFUSED',
    'A key is never taken from the command line, where `ps` and the history of the shell show it.',
    'Nothing was changed; run `npx nod rekey` by itself and it asks; choose a key that you have not typed here.',
  );
}

/** Does it, and says what the host has to do next. */
async function rekey(plain: boolean): Promise<string> {
  const { database: file, databaseKey } = loadConfig();
  if (!existsSync(file)) throw missing(file);
  const key = presentKey({ file, key: databaseKey });
  if (plain && key === undefined) throw alreadyPlain(file);
  const newKey = plain ? undefined : await askNewKey({ input: process.stdin, output: process.stderr });
  rekeyDatabase({ file, key, newKey });
  if (newKey === undefined) return `${file} is not encrypted any more. Take NOD_DB_KEY out of .env before Nod starts.`;
  const told =
    newKey === databaseKey ? 'NOD_DB_KEY holds it already.' : 'Put it behind NOD_DB_KEY= in .env before Nod starts.';
  const left = key === undefined ? ` ${LEFT_BEHIND}` : '';
  return `${file} is encrypted with the new key. ${told} ${KEEP_A_COPY}${left}`;
}

const KEEP_A_COPY = 'Keep a copy of it elsewhere: without it nobody can open the file again.';
const LEFT_BEHIND = 'What was plain until now may linger in old blocks of the disk, and does in your backups.';

function missing(file: string): NodError {
  return new NodError(
    'DATABASE_UNREADABLE',
    `There is no database at ${file} yet.`,
    'Put a key behind NOD_DB_KEY= in .env, and the first start makes it encrypted.',
  );
}

function alreadyPlain(file: string): NodError {
  return new NodError('DATABASE_NOT_ENCRYPTED', `${file} is not encrypted.`, 'There is nothing to take off.');
}
