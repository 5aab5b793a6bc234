import { describe, expect, it } from 'vitest';
import { openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { expectSentences, startNod } from './command-line.ts';

/** `nod start` after it has begun well: how it ends, by itself or when it is told to. */

/** A couple's server of its own, with Nod at work in it. */
async function startWell() {
  const stage = await openStage({ now: Date.now });
  const { discord } = stage;
  const running = startNod(['start'], { env: { DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: discord.apiBase } });
  await discord.waitFor(() => running.printed().includes('Nod is listening'), 15_000);
  return { ...stage, running };
}

describe.concurrent('a start that went well', () => {
  it('ends with what to do when the token is reset later on', async () => {
    const { discord, ana, ben, channel, running } = await startWell();
    discord.fault({ match: `GET /channels/${channel}`, how: 401 });

    const answer = await discord.slash(ana, channel, 'nod start', { partner: ben });

    const ended = await running.ended;
    await discord.stop();
    expectSentences({ ...ended, stdout: '' }, /^Discord refused the token\. .*Reset Token/);
    expect(answer.data.content).toMatch(/^Discord refused the token\./);
    expect(ended.files).toEqual(['data', 'data/nod.sqlite']);
  });

  it('ends when it is told to, also while Discord leaves a call unanswered', async () => {
    const { discord, ana, ben, channel, running } = await startWell();
    discord.fault({ match: `GET /channels/${channel}`, how: 'hang', times: 10 });
    await discord.slash(ana, channel, 'nod start', { partner: ben }); // says that an answer is coming
    const told = performance.now();

    running.child.kill('SIGTERM');

    const { code, stderr } = await running.ended;
    await discord.stop();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - told).toBeLessThan(10_000);
  });
});
