import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { createSystemClock } from '../clock.ts';
import { type Config, loadConfig, SETTINGS } from '../config.ts';
import { codeOf, NodError } from '../errors.ts';
import { loadLanguage } from '../load-language.ts';
import { checkDiscord, type Finding } from '../platforms/discord/doctor-checks.ts';
import { createSqliteStore } from '../stores/sqlite.ts';

/** `nod doctor`: looks at everything that can be wrong before Nod starts, and says how to mend it. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check Node, the settings, the database and Discord, and say in one line each what to fix')
    .action(async () => {
      const findings = await examine();
      for (const finding of findings) process.stdout.write(`${describeFinding(finding)}\n`);
      process.stdout.write(`\n${POLICY}\n`);
      if (!findings.every(({ ok }) => ok)) process.exitCode = 1;
    });
}

/** What anybody who hosts Nod has to know; also in the README. Source: Discord's Developer Policy. */
const POLICY =
  'Nod is meant for the couple that runs it. Discord forbids profiling users or their relationships and ' +
  'handling health data; read its current Developer Policy before hosting Nod for others.';

async function examine(): Promise<readonly Finding[]> {
  const node = checkNode(process.versions.node);
  const config = readSettings();
  if (!('database' in config)) return [node, config];
  const [settings, database] = [await settingsRead(config), await checkDatabase(config)];
  return [node, settings, database, ...(await checkConnection(config)), ...(await checkJudgeOf(config))];
}

/** The oldest Node that every dependency runs on; package.json `engines` says the same. */
const OLDEST_NODE = [20, 19] as const;

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const line = `This is Node ${version}.`;
  return ok
    ? { name: 'node', ok, line }
    : { name: 'node', ok, line, fix: `Install Node ${OLDEST_NODE.join('.')} or newer.` };
}

function readSettings(): Config | Finding {
  try {
    return loadConfig();
  } catch (error) {
    return failed('settings', error);
  }
}

async function settingsRead({ discordToken, guilds, hostName, language }: Config): Promise<Finding> {
  try {
    await loadLanguage(language, new URL('../texts/', import.meta.url));
  } catch (error) {
    return failed('settings', error);
  }
  const where = guilds.length === 0 ? 'any server that invites it' : `${guilds.length} named in NOD_GUILDS`;
  const finding = { name: 'settings', line: `Partners read that ${hostName} runs it; servers: ${where}.` };
  // The demonstration has no partners to tell; before a real one agrees, the host has to have a name.
  if (discordToken === undefined || hostName !== hostWhenUnset()) return { ...finding, ok: true };
  return { ...finding, ok: false, fix: 'Put your name, as both of you know it, into .env as NOD_HOST_NAME.' };
}

function hostWhenUnset(): string | undefined {
  const unset = SETTINGS.find(({ name }) => name === 'NOD_HOST_NAME')?.unset;
  return unset && 'value' in unset ? unset.value : undefined;
}

/** Going without a key is the host's to decide, so a plain file is well, with a word on how to lock it. */
async function checkDatabase({ database: file, databaseKey: key }: Config): Promise<Finding> {
  const locked = key !== undefined;
  if (!existsSync(file)) {
    if (!mayBeMade(file)) return { name: 'database', ok: false, line: `${file} cannot be made.`, fix: MAKE_ROOM };
    const line = `${file} is not there yet; the first start makes it, ${locked ? 'encrypted' : 'not encrypted'}.`;
    return { name: 'database', ok: true, line, ...(!locked && { fix: ENCRYPT_FROM_THE_START }) };
  }
  try {
    const store = await createSqliteStore({ file, key });
    await store.close();
  } catch (error) {
    if (error instanceof NodError && error.code === 'DATABASE_LOCKED') return inUse(file);
    return failed('database', error);
  }
  const line = `${file} opens, its layout is current, and it is ${locked ? 'encrypted' : 'not encrypted'}.`;
  return { name: 'database', ok: true, line, ...(!locked && { fix: ENCRYPT_NOW }) };
}

/** Most likely by the Nod whose host wants to know whether all is well. */
function inUse(file: string): Finding {
  const line = `${file} is in use by a Nod that runs; stop it first to have the file itself looked at.`;
  return { name: 'database', ok: true, line };
}

/** Whether the nearest folder there is can be written to. */
function mayBeMade(file: string): boolean {
  let folder = dirname(resolve(file));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

const MAKE_ROOM = 'Let NOD_DATABASE name a file in a folder that Nod may write to.';
const ENCRYPT_FROM_THE_START = 'Better: put a key into .env as NOD_DB_KEY first, against thieves of the file.';
const ENCRYPT_NOW = 'Better: stop Nod and run `npx nod rekey`, against thieves of the file.';

async function checkConnection({ discordToken, discordApiBase, guilds }: Config): Promise<readonly Finding[]> {
  if (discordToken === undefined) {
    const fix = 'README.md, “Set up Discord”, says where to get one; put it into .env as DISCORD_TOKEN.';
    return [{ name: 'token', ok: false, line: 'No token is set, so npm start plays the demonstration.', fix }];
  }
  const clock = createSystemClock();
  const { findings } = await checkDiscord({ token: discordToken, apiBase: discordApiBase, guilds, clock });
  return findings;
}

/** Loaded only if there is one, as everything about a judge. */
async function checkJudgeOf({ judge }: Config): Promise<readonly Finding[]> {
  if (!judge) return [];
  const { checkJudge } = await import('../judges/openai/check.ts');
  return checkJudge({ ...judge, clock: createSystemClock() });
}

function failed(name: string, error: unknown): Finding {
  if (error instanceof NodError) return { name, ok: false, line: error.message, fix: error.hint };
  const line = `Something unexpected went wrong here (${codeOf(error)}).`;
  const fix = 'Keep a copy of the database; if it stays, restore a backup, and tell whoever makes Nod.';
  return { name, ok: false, line, fix };
}

function describeFinding({ name, ok, line, fix }: Finding): string {
  return `${ok ? 'ok ' : 'FIX'}  ${name.padEnd(16)} ${line}${fix === undefined ? '' : ` → ${fix}`}`;
}
