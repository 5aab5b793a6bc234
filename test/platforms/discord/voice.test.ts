import type { GatewayVoiceState } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { channelId, personId } from '../../../src/domain/ids.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { createVoice } from '../../../src/platforms/discord/voice.ts';
import { createWatch } from '../../../src/platforms/discord/watch.ts';

const ana = personId('1');
const ben = personId('2');
const theirs = channelId('10');

function setUp(home = '5') {
  const where = new Map<string, string>();
  const watch = createWatch();
  watch.replace([{ channel: theirs, partners: [ana, ben] }]);
  const heard = createVoice({ whereIs: (_, person) => where.get(person), guildOf: () => home });
  return function enter(person: string, channel: string | null, now: number) {
    const state = { guild_id: '5', user_id: person, channel_id: channel } as GatewayVoiceState;
    const events = heard(state, watch, now).map(({ event }) => event);
    if (channel === null) where.delete(person);
    else where.set(person, channel);
    return events;
  };
}

describe('joining the other in a call', () => {
  it('is told of the one who enters, and of the one who waited no more than five minutes', () => {
    const enter = setUp();
    enter(ana, 'kitchen', 0);

    const events = enter(ben, 'kitchen', 5 * MINUTE);

    expect(events).toEqual([
      { type: 'voice-join', at: 5 * MINUTE, by: ben },
      { type: 'voice-join', at: 5 * MINUTE, by: ana },
    ]);
  });

  it('is told of the one who enters alone, once the other had waited longer', () => {
    const enter = setUp();
    enter(ana, 'kitchen', 0);

    const events = enter(ben, 'kitchen', 5 * MINUTE + 1);

    expect(events).toEqual([{ type: 'voice-join', at: 5 * MINUTE + 1, by: ben }]);
  });

  it('is not told of a server that is not theirs', () => {
    const enter = setUp('6');
    enter(ana, 'kitchen', 0);

    expect(enter(ben, 'kitchen', MINUTE)).toEqual([]);
  });

  it.each([
    ['nobody is there', []],
    ['the other is in another channel', [[ana, 'attic']]],
    [
      'the other has left',
      [
        [ana, 'kitchen'],
        [ana, null],
      ],
    ],
    ['only somebody else is there', [['3', 'kitchen']]],
  ] as const)('is not told when %s', (_, before) => {
    const enter = setUp();
    for (const [person, channel] of before) enter(person, channel, 1);

    const events = enter(ben, 'kitchen', 9);

    expect(events).toEqual([]);
  });

  it('is not told when one who is there mutes, or when somebody else enters', () => {
    const enter = setUp();
    enter(ana, 'kitchen', 1);
    enter(ben, 'kitchen', 2);

    const events = [...enter(ben, 'kitchen', 9), ...enter('3', 'kitchen', 9)];

    expect(events).toEqual([]);
  });
});
