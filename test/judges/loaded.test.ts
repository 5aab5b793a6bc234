import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNod, startNod } from '../cli/command-line.ts';
import { openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { StandIn } from './openai/stand-in.ts';

/** What the started program has loaded. */

const standIn = new StandIn();
const coverage = mkdtempSync(join(tmpdir(), 'nod-loaded-'));
beforeAll(() => standIn.start());
afterAll(() => {
  rmSync(coverage, { recursive: true });
  return standIn.stop();
});

/** V8 itself lists every script a process has run, when it is asked to count what they cover. */
function scriptsOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
}

const ofJudge = (scripts: readonly string[]) =>
  scripts.filter((url) => /\/src\/judges\/|node_modules\/(openai|cockatiel)\//.test(url));

describe.concurrent('of the judge', () => {
  it('nothing is loaded by a bot at work without one', async () => {
    const folder = join(coverage, 'off');
    const { discord } = await openStage({ now: Date.now });
    const discordEnv = { DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: discord.apiBase };
    const running = startNod(['start'], { env: { ...discordEnv, NOD_ENCODER: 'off', NODE_V8_COVERAGE: folder } });
    await discord.waitFor(() => running.printed().includes('Nod is listening'), 15_000);

    running.child.kill('SIGTERM');

    await running.ended;
    await discord.stop();
    const scripts = scriptsOf(folder);
    expect(scripts.some((url) => url.includes('/src/engine/runner'))).toBe(true);
    expect(ofJudge(scripts)).toEqual([]);
  });

  it('everything is loaded where one is set, and nod doctor says how it does', async () => {
    const folder = join(coverage, 'on');
    const judge = { NOD_JUDGE: 'on', OPENAI_BASE_URL: standIn.url, OPENAI_MODEL: 'stand-in', NOD_JUDGE_PRICE: '0.60' };

    const { stdout } = await runNod(['doctor'], { env: { ...judge, NODE_V8_COVERAGE: folder } });

    expect(ofJudge(scriptsOf(folder)).length).toBeGreaterThan(20);
    expect(stdout).toMatch(/^ok {3}judge +The judge stand-in answers on this machine, in [\d.]+ s\.$/m);
    expect(stdout).toMatch(/^ok {3}judge-budget +It may cost 200000 tokens a day, 100000 a couple, at most 0\.12/m);
  });
});
