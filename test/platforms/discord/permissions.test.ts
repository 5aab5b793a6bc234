import {
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { leftIn, maySee, missingIn, permissionsIn, rolesThatSee } from '../../../src/platforms/discord/permissions.ts';

const VIEW = Permission.ViewChannel;
const role = (id: string, permissions: bigint) => ({ id, permissions: String(permissions) }) as APIRole;
const rule = (id: string, type: OverwriteType, [allow, deny]: readonly [bigint, bigint]): APIOverwrite => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const member = (id: string, ...roles: string[]) => ({ user: { id } as never, roles });

// The role of everyone carries the id of the server.
const ranks = {
  id: 'g',
  owner_id: 'owner',
  roles: [role('g', VIEW), role('friends', 0n), role('admin', Permission.Administrator)],
};
const hidden = rule('g', OverwriteType.Role, [0n, VIEW]);

describe('who can see a channel', () => {
  it.each([
    ['anybody in an open channel', [], member('x'), true],
    ['nobody in a hidden channel', [hidden], member('x'), false],
    ['the owner everywhere', [hidden], member('owner'), true],
    ['an administrator everywhere', [hidden], member('x', 'admin'), true],
    ['a role that is let in', [hidden, rule('friends', OverwriteType.Role, [VIEW, 0n])], member('x', 'friends'), true],
    ['not others then', [hidden, rule('friends', OverwriteType.Role, [VIEW, 0n])], member('x'), false],
    ['a member who is let in', [hidden, rule('x', OverwriteType.Member, [VIEW, 0n])], member('x'), true],
    [
      'not a member who is kept out, though their role is let in',
      [hidden, rule('friends', OverwriteType.Role, [VIEW, 0n]), rule('x', OverwriteType.Member, [0n, VIEW])],
      member('x', 'friends'),
      false,
    ],
  ])('%s', (_, overwrites, someone, sees) => {
    expect(maySee(permissionsIn(ranks, overwrites, someone))).toBe(sees);
  });

  it('names what is missing in the words of Discord', () => {
    expect(missingIn(VIEW)).toEqual(['Send Messages', 'Read Message History']);
  });

  it.each([
    ['everyone and administrators in an open channel', [], ['g', 'admin']],
    ['administrators alone in a hidden one', [hidden], ['admin']],
    ['a role that is let in', [hidden, rule('friends', OverwriteType.Role, [VIEW, 0n])], ['friends', 'admin']],
    ['not everyone where one role is kept out', [rule('friends', OverwriteType.Role, [0n, VIEW])], ['admin']],
  ])('counts the roles whose every holder sees: %s', (_, overwrites, expected) => {
    expect(rolesThatSee(ranks, overwrites)).toEqual(expected);
  });
});

describe('a member whom a moderator has timed out', () => {
  const all = VIEW | Permission.SendMessages | Permission.ReadMessageHistory;
  const until = (time: string) => ({ communication_disabled_until: time });
  const now = Date.UTC(2026, 0, 1);

  it('may still look and read, and do nothing else, until it is over', () => {
    expect(missingIn(leftIn(all, until('2026-01-02T00:00:00Z'), now))).toEqual(['Send Messages']);
    expect(leftIn(all, until('2026-01-01T00:00:00Z'), now)).toBe(all);
    expect(leftIn(all, {}, now)).toBe(all);
  });

  it('keeps everything where they may do everything', () => {
    const [owner, admin] = [member('owner'), member('x', 'admin')];

    for (const one of [owner, admin])
      expect(missingIn(leftIn(permissionsIn(ranks, [hidden], one), until('2026-01-02T00:00:00Z'), now))).toEqual([]);
  });
});
