import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { z } from 'zod';
import { UNNAMED_HOST } from './domain/consent.ts';
import { NodError } from './errors.ts';
import { JUDGE_SETTINGS, type JudgeConfig, readJudgeConfig } from './judge-config.ts';

/** How much Nod says about itself, from nothing to everything. */
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const SWITCH = ['on', 'off'] as const;

/** The word that switches the card on stands at the end of the page a host has to read first. */
export const SUPPORT_CARD = { off: 'off', on: 'read-the-page' } as const;

/** What the person who runs Nod decided, read once at the start. */
export interface Config {
  /** Absent: Nod plays its demonstration instead of connecting. */
  readonly discordToken?: string;
  /** Absent: Discord itself. */
  readonly discordApiBase?: string;
  /** Ids of the servers Nod may stay in; empty means any. */
  readonly guilds: readonly string[];
  readonly database: string;
  /** The passphrase the database is locked with. Absent: the file is plain. */
  readonly databaseKey?: string;
  /** Who runs this installation, as both partners read it before they consent. */
  readonly hostName: string;
  /** The language both partners read, by the name of its folder in src/texts. */
  readonly language: string;
  /** Whether sentences are also read by their meaning as a whole; about 250 MB of memory. */
  readonly encoder: (typeof SWITCH)[number];
  /** Whether the host has read docs/support-card.md and switched the card on. */
  readonly supportCard: (typeof SUPPORT_CARD)[keyof typeof SUPPORT_CARD];
  /** Absent: there is no judge, and nothing of one is loaded. */
  readonly judge?: JudgeConfig;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** One setting as the host meets it in `.env`; the table below feeds `.env.example` and the reference page. */
export interface Setting {
  readonly name: string;
  readonly what: string;
  /** What holds while it is not set: a value, or what Nod does then. */
  readonly unset: { readonly value: string } | { readonly means: string };
  readonly example: string;
  /** The example shows a shape and is refused as a value. */
  readonly ownOnly?: true;
  /** Completes "NAME must be …". */
  readonly must: string;
}

/** How long a key of the host's is at the least: sixteen signs drawn by chance are some 90 bits, beyond any search. */
const SHORTEST_KEY = 16;
/** A bound for what is read from a pipe. */
export const LONGEST_KEY = 200;
/** What it is, without its example: .env, Docker and systemd each read quotation marks, #, $ and \ their own way. */
export const KEY_MUST = `a passphrase of your own, not the example, ${SHORTEST_KEY} to ${LONGEST_KEY} characters on one line without quotation marks, #, $ or \\`;
const KEY_EXAMPLE = 'several-words-that-only-you-could-put-together';
const KEY = new RegExp(`^(?!\\s)[^\\p{Cc}'"\`#$\\\\]{${SHORTEST_KEY},${LONGEST_KEY}}(?<!\\s)$`, 'u');

/** Whether this can lock a database: long enough, the same wherever it is written, and not the published example. */
export function isFitKey(key: string): boolean {
  return KEY.test(key) && key !== KEY_EXAMPLE;
}

const TOKEN_EXAMPLE = 'paste-the-token-here';

/** Every setting Nod has, in the order a host meets them. */
export const SETTINGS = [
  {
    name: 'DISCORD_TOKEN',
    what: 'The token of your Discord application, from its Bot page. Nobody else may ever see it.',
    unset: { means: 'Nod plays its demonstration and connects to nothing' },
    example: TOKEN_EXAMPLE,
    ownOnly: true,
    must: 'the bare token of your own, not the example, without spaces or quotes',
  },
  {
    name: 'NOD_HOST_NAME',
    what: 'Who runs this Nod, as both partners read it before they agree to anything.',
    unset: { value: UNNAMED_HOST },
    example: 'Sam',
    must: 'one line of at most 60 characters',
  },
  {
    name: 'NOD_LANGUAGE',
    what: 'The language Nod writes in; each has a folder in src/texts. What the two write, Nod reads in English only.',
    unset: { value: 'en' },
    example: 'en',
    must: 'the code of a language',
  },
  {
    name: 'NOD_GUILDS',
    what: 'Ids of the servers Nod may stay in, parted by commas. It leaves every other server.',
    unset: { means: 'any server that invites it' },
    example: '112233445566778899',
    must: 'server ids (17 to 20 digits each) parted by commas',
  },
  {
    name: 'NOD_DATABASE',
    what: 'The file Nod remembers in. Its folder is made if it is not there.',
    unset: { value: 'data/nod.sqlite' },
    example: 'data/nod.sqlite',
    must: 'the path of a file, not an address, and without ~',
  },
  {
    name: 'NOD_DB_KEY',
    what: 'Locks the database against thieves of its file. Keep a copy elsewhere: without it nobody can open it again.',
    unset: { means: 'the file is not encrypted' },
    example: KEY_EXAMPLE,
    ownOnly: true,
    must: KEY_MUST,
  },
  {
    name: 'NOD_ENCODER',
    what: 'Whether Nod also reads sentences as a whole. It hears far more so; off saves about 250 MB of memory.',
    unset: { value: 'on' },
    example: 'off',
    must: `one of ${SWITCH.join(', ')}`,
  },
  {
    name: 'NOD_SUPPORT_CARD',
    what: 'Whether somebody who seems to write about harming themselves gets lines to talk to. Read docs/support-card.md first.',
    unset: { value: SUPPORT_CARD.off },
    example: SUPPORT_CARD.off,
    must: `${SUPPORT_CARD.off}, or the word at the end of docs/support-card.md`,
  },
  ...JUDGE_SETTINGS,
  {
    name: 'NOD_LOG_LEVEL',
    what: `How much Nod says about itself: ${LOG_LEVELS.join(', ')}. No level ever prints what anybody wrote.`,
    unset: { value: 'info' },
    example: 'warn',
    must: `one of ${LOG_LEVELS.join(', ')}`,
  },
  {
    name: 'DISCORD_API_BASE',
    what: 'Where the Discord API is, for tests and proxies.',
    unset: { means: 'Discord itself' },
    example: 'http://127.0.0.1:8080/api',
    must: 'an http or https address',
  },
] as const satisfies readonly Setting[];

type SettingName = (typeof SETTINGS)[number]['name'];
type JudgeSettingName = (typeof JUDGE_SETTINGS)[number]['name'];

const LONGEST_HOST_NAME = 60; // fits the consent sentence on one phone line
const LANGUAGE_CODE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/; // as in BCP 47, and a safe name for a folder
const SNOWFLAKE = /^\d{17,20}$/; // a Discord id is a 64-bit number; the shortest since 2015 has 17 digits

const VALUES = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[^\s'"]+$/)
    .refine((token) => token !== TOKEN_EXAMPLE)
    .optional(),
  DISCORD_API_BASE: z.url({ protocol: /^https?$/ }).optional(),
  NOD_GUILDS: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((id) => id.trim()))
    .transform((ids) => ids.filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(SNOWFLAKE))),
  NOD_DATABASE: z
    .string()
    // Nothing but a shell knows ~, and SQLite reads file: and :memory: in its own way.
    .regex(/^(?!~|file:|:memory:|[a-z]+:\/\/).*[^/\\]$/i)
    .default(defaultOf('NOD_DATABASE')),
  NOD_DB_KEY: z.string().refine(isFitKey).optional(),
  NOD_HOST_NAME: z.string().max(LONGEST_HOST_NAME).regex(/^.*$/).default(defaultOf('NOD_HOST_NAME')),
  NOD_LANGUAGE: z.string().regex(LANGUAGE_CODE).default(defaultOf('NOD_LANGUAGE')),
  NOD_ENCODER: z.enum(SWITCH).default('on'),
  NOD_SUPPORT_CARD: z.enum(SUPPORT_CARD).default(SUPPORT_CARD.off),
  NOD_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
} satisfies Record<Exclude<SettingName, JudgeSettingName>, z.ZodType>);

/** Turns an environment into a frozen Config; a blank value counts as not set. Throws BAD_CONFIG. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  refuseUnknown(env);
  const given = Object.fromEntries(SETTINGS.map(({ name }) => [name, env[name]?.trim() || undefined]));
  const read = VALUES.safeParse(given);
  if (!read.success) throw badValue(read.error);
  const judge = readJudgeConfig(given);
  if (judge && !judge.success) throw badValue(judge.error);
  const { DISCORD_TOKEN, DISCORD_API_BASE, NOD_GUILDS, NOD_DATABASE, NOD_HOST_NAME, NOD_LANGUAGE } = read.data;
  const { NOD_DB_KEY, NOD_ENCODER, NOD_SUPPORT_CARD, NOD_LOG_LEVEL } = read.data;
  return Object.freeze({
    ...(DISCORD_TOKEN !== undefined && { discordToken: DISCORD_TOKEN }),
    ...(DISCORD_API_BASE !== undefined && { discordApiBase: DISCORD_API_BASE }),
    guilds: Object.freeze(NOD_GUILDS),
    database: NOD_DATABASE,
    ...(NOD_DB_KEY !== undefined && { databaseKey: NOD_DB_KEY }),
    hostName: NOD_HOST_NAME,
    language: NOD_LANGUAGE,
    encoder: NOD_ENCODER,
    supportCard: NOD_SUPPORT_CARD,
    ...(judge && { judge: Object.freeze(judge.data) }),
    logLevel: NOD_LOG_LEVEL,
  });
}

/** Reads `.env` beside the environment; where both name a setting, the environment wins. */
export const loadConfig = (): Config => readConfig(loadEnvironment());

/** The one setting that matters to whoever only reads files: another that is wrong does not keep them from it. */
export function loadEncoderChoice(): Pick<Config, 'encoder'> {
  const { NOD_ENCODER } = loadEnvironment();
  const read = VALUES.pick({ NOD_ENCODER: true }).safeParse({ NOD_ENCODER: NOD_ENCODER?.trim() || undefined });
  if (!read.success) throw badValue(read.error);
  return { encoder: read.data.NOD_ENCODER };
}

function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  const file = readEnvFile();
  if (file.includes('\0')) {
    throw new NodError('FILE_UNREADABLE', 'Nod cannot read its .env file.', 'Save it as plain text in UTF-8.');
  }
  // Behind a # all is a comment: half a key would lock the database, and not where a container reads the same file.
  if (process.env['NOD_DB_KEY'] === undefined && CUT_KEY.test(file)) throw wrong('NOD_DB_KEY');
  const written = parse(file);
  refuseUnknown(written, OURS_IN_FILE);
  return { ...written, ...process.env };
}

/** In Nod's own file these begin what is meant for Nod; in the environment other programs have settings of such names. */
const OURS_IN_FILE = /^(?:NOD|NODE_DB|DISCORD|OPENAI)(?:[_-]|$)/i;

const CUT_KEY = /^[^\S\n]*(?:export[^\S\n]+)?NOD_DB_KEY[^\S\n]*[=:][^\S\n]*[^\s'"`#][^\n#]*#/m;

function readEnvFile(): string {
  try {
    return readFileSync('.env', 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw new NodError('FILE_UNREADABLE', 'Nod cannot read its .env file.', 'Check who may read it.', { cause: error });
  }
}

function defaultOf(name: SettingName): string {
  const { unset } = SETTINGS.find((setting) => setting.name === name) as Setting;
  return 'value' in unset ? unset.value : '';
}

/**
 * A misspelt NOD_GUILDS would leave Nod open to any server without a word, a misspelt OPENAI_BASE_URL would send a second
 * opinion to another computer, so an unknown name is refused.
 */
function refuseUnknown(env: Readonly<Record<string, string | undefined>>, ours = /^NOD_/i): void {
  const known = new Set<string>(SETTINGS.map((setting) => setting.name));
  const unknown = Object.keys(env).find((name) => ours.test(name) && !known.has(name));
  if (unknown === undefined) return;
  const alike = SETTINGS.filter(({ name }) => name.slice(0, 3) === unknown.slice(0, 3).toUpperCase());
  const example = (alike.length > 0 ? alike : SETTINGS).map(({ name }) => name);
  throw new NodError(
    'BAD_CONFIG',
    `${unknown} is not a setting Nod has; there are ${example.join(', ')}.`,
    'Correct its name in .env or remove it, then start Nod again.',
  );
}

function badValue(error: z.ZodError): NodError {
  const bad = new Set(error.issues.map((issue) => issue.path[0]));
  return wrong((SETTINGS.find(({ name }) => bad.has(name)) as Setting).name);
}

// The value itself is never repeated: it may be a token or a key.
function wrong(setting: string): NodError {
  const { name, must, example, ownOnly } = SETTINGS.find((one) => one.name === setting) as Setting;
  const wanted = ownOnly ? must : `${must}, for example ${name}=${example}`;
  return new NodError('BAD_CONFIG', `${name} must be ${wanted}.`, 'Correct it in .env, then start Nod again.');
}
