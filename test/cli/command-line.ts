import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

/** What a run of the command line left behind. */
export interface Ended {
  /** Null when it had to be killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything in its folder afterwards, sorted. */
  readonly files: readonly string[];
}

export interface RunChoices {
  /** Where it runs; an empty folder of its own unless given. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly piped?: string;
  /** A file that takes what is printed; then `stdout` stays empty. */
  readonly into?: string;
}

/** A run that is still under way. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has printed so far. */
  printed(): string;
  readonly ended: Promise<Ended>;
}

const SCRIPT = fileURLToPath(new URL('../../src/cli/nod.ts', import.meta.url));
/** The folder it runs in has no packages, so the loader is named by its place. */
const LOADER = import.meta.resolve('tsx');
/** A run that has said its sentence has nothing left to wait for; a busy machine is slow to get there. */
const LONGEST_RUN_MILLISECONDS = 30_000;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder that is gone when the tests of the file are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nod-cli-'));
  folders.push(folder);
  return folder;
}

/** Starts the real command line, with no setting but the given ones. */
export function startNod(
  args: readonly string[],
  { folder = emptyFolder(), env = {}, piped, into }: RunChoices,
): Running {
  const printed = into === undefined ? 'pipe' : openSync(into, 'w');
  const child = spawn(process.execPath, ['--import', LOADER, SCRIPT, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    stdio: ['pipe', printed, 'pipe'],
  }) as ChildProcessWithoutNullStreams;
  if (printed !== 'pipe') closeSync(printed); // the child has its own
  child.stdin.on('error', () => {}); // it may have ended before it read anything
  child.stdin.end(piped);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const killer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MILLISECONDS);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      clearTimeout(killer);
      const files = readdirSync(folder, { recursive: true }).map(String).sort();
      resolve({ code, stdout, stderr, files });
    });
  });
  return { child, printed: () => stdout, ended };
}

/** Runs the real command line to its end. */
export function runNod(args: readonly string[], choices: RunChoices = {}): Promise<Ended> {
  return startNod(args, choices).ended;
}

/** It ended by itself, with two sentences on one line: no stack, and nothing that is not meant for a host. */
export function expectSentences({ code, stdout, stderr }: Ended, pattern: RegExp): void {
  expect(code).toBe(1);
  expect(stdout).not.toContain('Nod is listening');
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toMatch(pattern);
  expect(sentencesIn(stderr)).toHaveLength(2);
  expect(stderr).not.toMatch(/ {4}at |Error:|undefined/);
}

/** The sentences of a text; a dot within a name such as `.env` ends none. */
function sentencesIn(text: string): readonly string[] {
  return text
    .trim()
    .split(/(?<=[.!?])\s+/u)
    .filter((sentence) => sentence !== '');
}
