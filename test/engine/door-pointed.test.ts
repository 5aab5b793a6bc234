import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/domain/consent.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import { channelId, dyadId, messageId, personId } from '../../src/domain/ids.ts';
import { RENEWAL_ANSWER } from '../../src/domain/settings.ts';
import { HOUR } from '../../src/domain/time.ts';
import { admitPointed } from '../../src/engine/door.ts';
import { ANA, BEN, dyadState, partnerState } from '../support/dyad-state.ts';
import { at, MEMBERS, NEWS, PERSON } from './couple.ts';

const OURS = channelId('ours');
const YES = at('12:00');
const line = (about: string, to: string, when: number): LedgerEntry => ({
  at: when,
  dyad: dyadId(1),
  about,
  to,
  scope: 2,
});
const bothSaidYes = (...purposes: readonly string[]) => {
  const lines = purposes.map((purpose) => line(purpose, 'on', YES));
  return [lines, lines];
};
const wanting = (ana: boolean, ben: boolean): DyadState =>
  dyadState({
    partners: [
      partnerState({ settings: { ownMessages: ana } }),
      partnerState({ id: BEN, settings: { ownMessages: ben } }),
    ],
  });

interface Trial {
  readonly where?: 'channel' | 'direct';
  readonly channel?: string;
  readonly by?: string;
  readonly saidAt?: number;
  readonly pointedAt?: number;
  readonly state?: DyadState;
  readonly ledgers?: readonly (readonly LedgerEntry[])[];
}

function point(trial: Trial) {
  const { where = 'channel', channel = 'ours', by = PERSON.ana, saidAt = at('13:00'), pointedAt = at('14:00') } = trial;
  const message = { by: personId(by), at: saidAt, id: messageId('m1'), text: NEWS, attachments: [] };
  const pointed = { where, channel: channelId(channel), message, by: PERSON.ben, at: pointedAt };
  const purposes = where === 'channel' ? ['listening'] : ['listening', 'own-messages'];
  const { state = wanting(true, true), ledgers = bothSaidYes(...purposes) } = trial;
  return admitPointed(pointed as never, { channel: OURS, members: MEMBERS, state, ledgers });
}

describe('a message that was pointed at', () => {
  it('comes in under its writer’s own number, in the channel and in direct messages', () => {
    expect(point({})).toMatchObject({ by: ANA, text: NEWS });
    expect(point({ where: 'direct', channel: 'elsewhere', by: PERSON.ben })).toMatchObject({ by: BEN });
  });

  it('is dropped where there is none, it is a stranger’s, or it is from another channel', () => {
    const pointed = { where: 'channel', channel: OURS, message: undefined, by: PERSON.ben, at: at('14:00') };
    const couple = { channel: OURS, members: MEMBERS, state: dyadState(), ledgers: bothSaidYes('listening') };

    expect(admitPointed(pointed as never, couple)).toBeUndefined();
    expect(point({ by: 'kim' })).toBeUndefined();
    expect(point({ channel: 'elsewhere' })).toBeUndefined();
  });

  it('is dropped while a switch is off, and from when a yes ran out', () => {
    const paused = dyadState({ partners: [partnerState(), partnerState({ id: BEN, listening: false })] });
    const askAgainAt = at('14:00') - RENEWAL_ANSWER;
    const lapsing = dyadState({ partners: [partnerState({ consent: { askAgainAt } }), partnerState({ id: BEN })] });

    expect(point({ state: paused })).toBeUndefined();
    expect(point({ state: lapsing })).toBeUndefined();
    expect(point({ state: lapsing, pointedAt: at('14:00') - 1 })).toBeDefined();
  });

  it.each([
    [true, false],
    [false, true],
  ])('is dropped in direct messages unless both want it now (%s, %s)', (ana, ben) => {
    expect(point({ where: 'direct', state: wanting(ana, ben) })).toBeUndefined();
    expect(point({ where: 'channel', state: wanting(ana, ben) })).toBeDefined();
  });

  it('is dropped when it was written before both had agreed, by the second', () => {
    const late = [[line('listening', 'on', YES)], [line('listening', 'on', YES + HOUR)]];

    expect(point({ ledgers: late, saidAt: YES + HOUR - 1 })).toBeUndefined();
    expect(point({ ledgers: late, saidAt: YES + HOUR })).toBeDefined();
  });

  it('is dropped when it was written while one had taken the yes back, and only then', () => {
    const between = [
      [line('listening', 'on', YES)],
      [line('listening', 'on', YES), line('listening', 'off', YES + HOUR), line('listening', 'on', YES + 2 * HOUR)],
    ];

    const said = [0.5, 1.5, 2.5].map((hours) => point({ ledgers: between, saidAt: YES + hours * HOUR }) !== undefined);

    expect(said).toEqual([true, false, true]);
  });

  it('is dropped in direct messages too when it was written while one had paused', () => {
    const [own] = bothSaidYes('listening', 'own-messages');
    const paused = [...(own ?? []), line('listening', 'off', YES + HOUR), line('listening', 'on', YES + 2 * HOUR)];
    const between = [own ?? [], paused];

    const said = [0.5, 1.5, 2.5].map(
      (hours) => point({ where: 'direct', ledgers: between, saidAt: YES + hours * HOUR }) !== undefined,
    );

    expect(said).toEqual([true, false, true]);
  });

  it('is held to the purpose of the place: one yes does not stand for the other', () => {
    expect(point({ where: 'direct', ledgers: bothSaidYes('listening') })).toBeUndefined();
    expect(point({ where: 'direct', ledgers: bothSaidYes('own-messages') })).toBeUndefined();
    expect(point({ where: 'channel', ledgers: bothSaidYes('own-messages') })).toBeUndefined();
  });

  it('is dropped where nobody ever agreed', () => {
    expect(point({ ledgers: [[], []] })).toBeUndefined();
  });
});
