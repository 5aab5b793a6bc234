import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseBytes } from '../support/search-bytes.ts';
import { findLeaks, placeAt, placeOf } from './support/leaks.ts';
import { type DiscordStage, setDiscord, TOKEN } from './support/stage.ts';

/** Law 2 at the end of a process: whatever ends the built Nod, it prints and leaves no words. */

const NOD = fileURLToPath(new URL('../../bin/nod.js', import.meta.url));
const WORDS = ['quokkawalrus', 'zeppelinmarzipan'] as const;
/** Files in which Node or the system would keep the memory of a process, or what it was doing. */
const REMAINS = /report\..*\.json|^core|\/core|\.heapsnapshot|\.heapprofile|\.cpuprofile|isolate-/;

/**
 * Put in front of Nod: at a signal something fails as no code of ours foresees, with words in its message; then it
 * tells whether Node would write a report. The words are encoded, so that they are found nowhere by being here.
 */
const FAILING = `
  const words = Buffer.from('${Buffer.from(WORDS[1]).toString('base64')}', 'base64').toString();
  const failures = [
    () => { throw new RangeError('cannot read ' + words); },
    () => void Promise.reject(new SyntaxError('cannot read ' + words)),
    () => void Promise.reject(words),
    () => { const { reportOnFatalError, reportOnUncaughtException, reportOnSignal } = process.report;
      console.log(JSON.stringify({ reportOnFatalError, reportOnUncaughtException, reportOnSignal })); },
  ];
  process.on('SIGUSR2', () => failures.shift()?.());
`;

const remainsIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => REMAINS.test(name));

describe('the search for remains', () => {
  it('finds the report of a Node that was asked for one, and the words in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nod-report-'));
    const failing = `throw new Error('cannot read ' + '${WORDS[0]}')`;

    spawnSync(process.execPath, ['--report-uncaught-exception', '-e', failing], { cwd: folder });
    const remains = remainsIn(folder);
    const found = findLeaks([placeAt('report', folder)], [WORDS[0]]);
    rmSync(folder, { recursive: true });

    expect(remains).toHaveLength(1);
    expect(found).toEqual([{ place: 'report', word: WORDS[0], as: 'utf8' }]);
  });
});

describe('a process that dies with words in its memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nod-death-'));
  const temporary = join(folder, 'tmp');
  const file = join(folder, 'data', 'nod.sqlite');
  let stage: DiscordStage;
  let child: ChildProcessWithoutNullStreams;
  let printed = '';
  let signal: NodeJS.Signals | null = null;
  const answers: string[] = [];

  const waitForPrint = (text: string) => stage.discord.waitFor(() => printed.includes(text), 20_000);

  async function failAs(name: string): Promise<void> {
    child.kill('SIGUSR2');
    await waitForPrint(name);
    const { discord, ana, channel } = stage;
    answers.push((await discord.shown(await discord.slash(ana, channel, 'nod status'))).content);
  }

  beforeAll(async () => {
    for (const made of [join(folder, 'data'), temporary]) mkdirSync(made);
    stage = await setDiscord({ now: Date.now, file });
    child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(FAILING)}`, NOD, 'start'], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        TMPDIR: temporary,
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_BASE: stage.discord.apiBase,
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    await waitForPrint('Nod is listening');
    stage.discord.say(stage.ana, stage.channel, `today was awful, i feel so low ${WORDS[0]}`);
    await stage.discord.settled();
    for (const name of ['RangeError', 'SyntaxError', 'unknown', 'reportOnFatalError']) await failAs(name);
    child.kill('SIGABRT');
    [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  }, 90_000);
  afterAll(async () => {
    child.kill('SIGKILL');
    await stage.discord.stop();
    rmSync(folder, { recursive: true });
  });

  it('tells of a surprise by its name alone, and goes on', () => {
    expect(printed.match(/something unexpected went wrong/g)).toHaveLength(3);
    expect(answers).toEqual(Array(4).fill('Nod is listening here.'));
    expect(signal).toBe('SIGABRT');
  });

  it('has Node write no report', () => {
    const off = { reportOnFatalError: false, reportOnUncaughtException: false, reportOnSignal: false };

    expect(printed).toContain(JSON.stringify(off));
  });

  it('leaves no words in what it printed, in its database or in any file', () => {
    const places = [
      placeOf('printed', printed),
      { name: 'database', bytes: databaseBytes(file) },
      placeAt('everything else', folder),
    ];

    expect(findLeaks(places, WORDS)).toEqual([]);
    expect(findLeaks(places, [stage.channel]).map(({ place }) => place)).toEqual(['database', 'everything else']);
  });

  it('leaves no report, core or snapshot of its memory', () => {
    const files = readdirSync(folder, { recursive: true }).map(String);

    expect(remainsIn(folder)).toEqual([]);
    expect(files.filter((name) => !/^(?:data|tmp)(?:\/nod\.sqlite(?:-wal|-shm|-journal)?)?$/.test(name))).toEqual([]);
  });
});
