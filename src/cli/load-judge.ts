import type { Config } from '../config.ts';
import { NodError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Judge } from '../ports/judge.ts';
import type { Log } from '../ports/log.ts';

/**
 * The judge the host has set, if any. Its code and its client are loaded here and nowhere else, and only if it is
 * on. Throws BAD_CONFIG where words would leave the machine unencrypted.
 */
export async function loadJudge(
  { judge }: Pick<Config, 'judge'>,
  parts: { readonly clock: Clock; readonly log: Log },
): Promise<Judge | undefined> {
  if (!judge) return undefined;
  const { createOpenAiJudge } = await import('../judges/openai/judge.ts');
  return createOpenAiJudge({ ...parts, ...judge });
}

/** The same for a command that was told to ask a judge. */
export async function needJudge(
  config: Pick<Config, 'judge'>,
  parts: { readonly clock: Clock; readonly log: Log },
): Promise<Judge> {
  const judge = await loadJudge(config, parts);
  if (judge) return judge;
  throw new NodError(
    'BAD_CONFIG',
    '--judge needs a judge, and none is switched on.',
    'docs/judge.md says how to set NOD_JUDGE, OPENAI_BASE_URL and OPENAI_MODEL.',
  );
}
