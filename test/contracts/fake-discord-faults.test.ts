import { createConnection } from 'node:net';
import { type Client, Events, type MessageCreateOptions } from 'discord.js';
import { describe, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { type CoupleStage, openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { collect, connect, createClient } from '../support/fake-discord/real-client.ts';
import type { FakeDiscordOptions } from '../support/fake-discord/server.ts';

type Scene = CoupleStage & { readonly client: Client };

/** A client that is not logged in; it and the stage are taken down whatever the test does. */
async function scene(play: (scene: Scene) => Promise<void>, options: Partial<FakeDiscordOptions> = {}): Promise<void> {
  const stage = await openStage(options);
  const client = createClient(stage.discord, { rest: { timeout: 400, retries: 1 } });
  client.on(Events.Error, () => {});
  client.on(Events.ShardError, () => {});
  try {
    await play({ ...stage, client });
  } finally {
    await client.destroy();
    await stage.discord.stop();
  }
}

function words(heard: readonly (readonly [{ readonly content: string | null }])[]): (string | null)[] {
  return heard.map(([message]) => message.content);
}

/** Posts `hi` as the bot; an error is given back, not thrown. */
async function post(client: Client, channel: string, nonce?: MessageCreateOptions): Promise<unknown> {
  const where = await client.channels.fetch(channel);
  return where?.isSendable() ? where.send({ content: 'hi', ...nonce }).catch((error: unknown) => error) : undefined;
}

describe.concurrent('the fake Discord, as discord.js lives through it', () => {
  for (const how of ['close', 4000, 4009, 'reconnect', 'invalid-resumable'] as const) {
    it(`replays what was missed after ${how}`, ({ expect }) =>
      scene(async ({ discord, client, ana, channel }) => {
        // Raw, for discord.js itself hides a message that it holds in its cache.
        const heard: string[] = [];
        client.on(Events.Raw, ({ t, d }: { t: string; d: { content: string } }) => {
          if (t === 'MESSAGE_CREATE') heard.push(d.content);
        });
        await connect(client, TOKEN);
        discord.say(ana, channel, 'before');
        await discord.settled();

        discord.kick(how);
        discord.say(ana, channel, 'missed');
        await discord.waitFor(() => heard.length > 1);
        discord.say(ana, channel, 'after');
        await discord.waitFor(() => heard.length > 2);

        expect(heard).toEqual(['before', 'missed', 'after']);
        expect(discord.ops.filter(({ op }) => op === 6)).toHaveLength(1);
      }));
  }

  it('replays what was missed after a heartbeat that nobody acknowledged', ({ expect }) =>
    scene(
      async ({ discord, client, ana, channel }) => {
        const heard = collect(client, Events.MessageCreate);
        await connect(client, TOKEN);

        discord.pauseAcks();
        await discord.waitFor(() => discord.connected === 0);
        discord.resumeAcks();
        discord.say(ana, channel, 'missed');
        await discord.waitFor(() => heard.length > 0);

        expect(words(heard)).toEqual(['missed']);
      },
      { heartbeatMilliseconds: 50 },
    ));

  for (const how of ['invalid', 1000, 'forgotten'] as const) {
    it(`loses what happened after ${how} and says shardReady, not clientReady`, ({ expect }) =>
      scene(async ({ discord, client, ana, channel }) => {
        const heard = collect(client, Events.MessageCreate);
        const [ready, shardReady] = [collect(client, Events.ClientReady), collect(client, Events.ShardReady)];
        await connect(client, TOKEN);

        if (how === 'forgotten') discord.forgetSessions();
        discord.kick(how === 'forgotten' ? 'close' : how);
        const lost = discord.say(ana, channel, 'lost');
        await discord.waitFor(() => shardReady.length > 1);
        discord.say(ana, channel, 'after');
        await discord.waitFor(() => heard.length > 0);
        const where = await client.channels.fetch(channel);
        const history = where?.isTextBased() ? await where.messages.fetch({ after: String(BigInt(lost) - 1n) }) : [];

        expect(words(heard)).toEqual(['after']);
        expect(ready).toHaveLength(1);
        expect([...history].map(([, { content }]) => content)).toEqual(['after', 'lost']);
      }));
  }

  it('rejects the login for a wrong token', ({ expect }) =>
    scene(async ({ client }) => {
      await expect(client.login('another-token')).rejects.toThrow('invalid token');
    }));

  it('rejects the login for an intent that is not switched on', ({ expect }) =>
    scene(
      async ({ client }) => {
        await expect(client.login(TOKEN)).rejects.toThrow('disallowed intents');
      },
      { allowMessageContent: false },
    ));

  for (const code of [4004, 4014] as const) {
    it(`only says shardDisconnect when it is closed with ${code} later`, ({ expect }) =>
      scene(async ({ discord, client }) => {
        const gone = collect(client, Events.ShardDisconnect);
        await connect(client, TOKEN);

        discord.kick(code);
        await discord.waitFor(() => gone.length > 0);

        expect(gone[0]?.[0].code).toBe(code);
        expect(discord.connected).toBe(0);
      }));
  }

  it('never settles a login that is turned away again and again', ({ expect }) =>
    scene(async ({ discord, client }) => {
      discord.turnAway(4000);
      let settled = false;
      const login = client.login(TOKEN).finally(() => {
        settled = true;
      });

      await discord.waitFor(() => discord.ops.filter(({ op }) => op === 2).length > 1);
      expect(settled).toBe(false);

      discord.turnAway(undefined);
      await login;
    }));

  it('keeps trying while the server is down, and finds everything again', ({ expect }) =>
    scene(async ({ discord, client, ana, channel }) => {
      const shardReady = collect(client, Events.ShardReady);
      await connect(client, TOKEN);
      await discord.stop();
      await discord.waitFor(() => client.ws.shards.first()?.status !== 0);
      expect(client.ws.status).toBe(0);

      await discord.start();
      await discord.waitFor(() => client.ws.shards.first()?.status === 0 || shardReady.length > 1);
      const heard = collect(client, Events.MessageCreate);
      discord.say(ana, channel, 'back');
      await discord.waitFor(() => heard.length > 0);

      expect(words(heard)).toEqual(['back']);
    }));

  it('waits and repeats after 429', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);
      discord.fault({ match: /^POST .*messages$/, times: 2, how: 429 });

      await post(client, channel);

      expect(discord.messages(channel).map(({ content }) => content)).toEqual(['hi']);
      expect(discord.rest.filter(({ fault }) => fault === 429)).toHaveLength(2);
    }));

  it('gives up after 5xx on every attempt', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);
      discord.fault({ match: /^POST .*messages$/, times: 9, how: 503 });

      const error = await post(client, channel);

      expect(error).toMatchObject({ name: 'HTTPError', status: 503 });
      expect(discord.rest.filter(({ status }) => status === 503)).toHaveLength(2);
    }));

  it('does not repeat a call whose connection was reset', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);
      discord.fault({ match: /^POST .*messages$/, how: 'reset', afterEffect: true });

      const error = await post(client, channel);

      expect(error).toBeInstanceOf(Error);
      expect(discord.rest.filter(({ fault }) => fault === 'reset')).toHaveLength(1);
      expect(discord.messages(channel)).toHaveLength(1);
    }));

  it('repeats a call that got no answer, and the nonce keeps it to one message', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);
      discord.fault({ match: /^POST .*messages$/, how: 'hang', afterEffect: true });

      await post(client, channel, { nonce: 'row-7', enforceNonce: true });
      await post(client, channel, { nonce: 'row-7', enforceNonce: true });
      await post(client, channel, { nonce: 'row-8', enforceNonce: true });

      expect(discord.rest.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))).toHaveLength(
        4,
      );
      expect(discord.messages(channel)).toHaveLength(2);
    }));

  it('posts twice when a nonce is given without enforceNonce, whatever the client was made with', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);

      await post(client, channel, { nonce: 'row-7' });
      await post(client, channel, { nonce: 'row-7' });

      expect(discord.messages(channel)).toHaveLength(2);
    }));

  it('forgets a nonce after some minutes', ({ expect }) => {
    let now = Date.UTC(2026, 2, 1);
    return scene(
      async ({ discord, client, channel }) => {
        await connect(client, TOKEN);

        await post(client, channel, { nonce: 'row-7', enforceNonce: true });
        now += 10 * MINUTE;
        await post(client, channel, { nonce: 'row-7', enforceNonce: true });

        expect(discord.messages(channel)).toHaveLength(2);
      },
      { now: () => now },
    );
  });

  it('aborts a call that is never answered', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);
      discord.fault({ match: /^POST .*messages$/, how: 'hang', times: 9 });

      await expect(post(client, channel)).resolves.toMatchObject({ name: 'AbortError' });
    }));

  for (const code of [50007, 50278, 50013, 50001, 10003, 10008, 10062, 40060] as const) {
    it(`answers ${code} when told to, once`, ({ expect }) =>
      scene(async ({ discord, client, channel }) => {
        await connect(client, TOKEN);
        discord.fault({ match: `POST /channels/${channel}/messages`, how: code });

        const [first, second] = [await post(client, channel), await post(client, channel)];

        expect(first).toMatchObject({ name: `DiscordAPIError[${code}]`, code });
        expect(second).toMatchObject({ content: 'hi' });
      }));
  }

  it('leaves discord.js without a token after one 401', ({ expect }) =>
    scene(async ({ discord, client, channel }) => {
      await connect(client, TOKEN);
      await client.channels.fetch(channel);
      discord.fault({ match: 'POST', how: 401 });

      const [first, second] = [await post(client, channel), await post(client, channel)];

      expect(first).toMatchObject({ status: 401 });
      expect(String(second)).toMatch('Expected token to be set');
    }));

  it('takes no notice of a call that broke off in the middle', ({ expect }) =>
    scene(async ({ discord, channel }) => {
      const { port } = new URL(discord.apiBase);
      const head = `POST /api/v10/channels/${channel}/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"con`;
      const socket = createConnection(Number(port), '127.0.0.1');
      await new Promise((resolve) => socket.write(head, resolve));

      socket.destroy();
      await discord.settled();

      expect(discord.rest).toEqual([]);
      expect(discord.messages(channel)).toEqual([]);
    }));

  it('tells closed direct messages from no server in common', ({ expect }) =>
    scene(async ({ discord, client, ana }) => {
      await connect(client, TOKEN);
      const stranger = discord.addUser({ name: 'Stranger' });

      discord.closeDirectMessages(ana);

      await expect(client.users.send(ana, 'hi')).rejects.toMatchObject({ code: 50007 });
      await expect(client.users.send(stranger, 'hi')).rejects.toMatchObject({ code: 50278 });
    }));
});
