import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineOptions } from '../../../src/engine/draft.ts';

/** What a bot process is started with. */
export interface BotSetup {
  readonly apiBase: string;
  readonly token: string;
  readonly file: string;
  readonly logFile: string;
  readonly now: number;
  readonly options: EngineOptions;
}

export type ToBot = { readonly number: number } & (
  | { readonly do: 'advance'; readonly to: number }
  | { readonly do: 'settle' | 'stop' }
);

export type FromBot =
  | { readonly said: 'ready' }
  | { readonly said: 'done'; readonly number: number }
  | { readonly said: 'failed'; readonly sentence: string };

/** Nod in a process of its own, moved and killed by a test. */
export interface Bot {
  /** Moves its clock, letting everything on the way happen. */
  advanceTo(at: number): Promise<void>;
  /** Resolves when nothing is unsaved and nothing due is undone. */
  settle(): Promise<void>;
  /** SIGKILL: nothing is flushed, nobody says goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const CHILD = fileURLToPath(new URL('./bot-child.ts', import.meta.url));

/**
 * Starts Nod; resolves once it is connected and caught up, rejects with the sentence a host would read. What it prints
 * goes to the test's own output, or to `print`.
 */
export async function startBot(setup: BotSetup, print?: (text: string) => void): Promise<Bot> {
  const out = print ? 'pipe' : 'inherit';
  const child = fork(CHILD, [JSON.stringify(setup)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', out, out, 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => print?.(String(chunk)));
  const waiting = new Map<number, () => void>();
  let count = 0;
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code} before it was ready`)));
    child.on('message', (message: FromBot) => {
      if (message.said === 'ready') resolve();
      if (message.said === 'failed') reject(new Error(message.sentence));
      if (message.said === 'done') waiting.get(message.number)?.();
    });
  });

  /** Resolves when the order is carried out; rejects when the bot dies over it. */
  function order(what: Omit<Extract<ToBot, { do: 'advance' }>, 'number'> | { do: 'settle' | 'stop' }): Promise<void> {
    count += 1;
    const number = count;
    return new Promise((resolve, reject) => {
      const died = () => reject(new Error('the bot died'));
      child.once('exit', died);
      waiting.set(number, () => {
        waiting.delete(number);
        child.off('exit', died);
        resolve();
      });
      child.send({ ...what, number });
    });
  }

  return {
    advanceTo: (to) => order({ do: 'advance', to }),
    settle: () => order({ do: 'settle' }),
    kill: () => end(child, () => child.kill('SIGKILL')),
    stop: () => end(child, () => void order({ do: 'stop' }).catch(() => {})),
  };
}

async function end(child: ChildProcess, how: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  how();
  await exited;
}
