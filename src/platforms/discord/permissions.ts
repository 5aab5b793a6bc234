import type { APIGuild, APIGuildMember, APIOverwrite } from 'discord.js';
import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import type { Instant } from '../../domain/time.ts';

/** What Nod needs in the couple's channel, in Discord's words. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** A server as far as permissions go. */
export type Ranks = Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
export type Member = Pick<APIGuildMember, 'user' | 'roles'>;
const ALL = ~0n;
const LEFT_IN_TIME_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** What a member may do in a channel. Source: Discord API reference, "Permission Overwrites". */
export function permissionsIn(ranks: Ranks, overwrites: readonly APIOverwrite[], member: Member): bigint {
  if (member.user.id === ranks.owner_id) return ALL;
  const held = new Set([ranks.id, ...member.roles]);
  const base = union(ranks.roles.filter((role) => held.has(role.id)).map((role) => role.permissions));
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;

  const everyone = overwrites.filter((rule) => rule.id === ranks.id);
  const roles = overwrites.filter(
    (rule) => rule.type === OverwriteType.Role && rule.id !== ranks.id && held.has(rule.id),
  );
  const own = overwrites.filter((rule) => rule.type === OverwriteType.Member && rule.id === member.user.id);
  return [everyone, roles, own].reduce(
    (allowed, rules) => (allowed & ~union(rules.map((rule) => rule.deny))) | union(rules.map((rule) => rule.allow)),
    base,
  );
}

export function maySee(permissions: bigint): boolean {
  return (permissions & PermissionFlagsBits.ViewChannel) !== 0n;
}

export function mayRead(permissions: bigint): boolean {
  return maySee(permissions) && (permissions & PermissionFlagsBits.ReadMessageHistory) !== 0n;
}

/**
 * What is left of permissions while a moderator has timed the member out; nothing is taken from those who may do
 * everything. Source: Discord API reference, "Permissions for Timed Out Members".
 */
export function leftIn(
  permissions: bigint,
  member: Pick<APIGuildMember, 'communication_disabled_until'>,
  now: Instant,
) {
  const until = Date.parse(member.communication_disabled_until ?? '');
  return until > now && permissions !== ALL ? permissions & LEFT_IN_TIME_OUT : permissions;
}

/** The permissions Nod needs and lacks. */
export function missingIn(permissions: bigint): readonly string[] {
  return Object.entries(NEEDED)
    .filter(([, bit]) => (permissions & bit) === 0n)
    .map(([name]) => name);
}

/**
 * The roles whose every holder can see the channel, unless an overwrite for that one member says no. The
 * role of everyone is named by the server's own id.
 */
export function rolesThatSee(ranks: Ranks, overwrites: readonly APIOverwrite[]): readonly string[] {
  const ruled = overwrites.filter((rule) => rule.type === OverwriteType.Role);
  const hidden = ruled.some((rule) => maySee(BigInt(rule.deny)));
  const opened = new Set(ruled.filter((rule) => maySee(BigInt(rule.allow))).map((rule) => rule.id));
  // A role's allow outweighs another role's deny, but everyone's allow does not.
  const hiddenFromSome = ruled.some((rule) => rule.id !== ranks.id && maySee(BigInt(rule.deny)));
  return ranks.roles
    .filter((role) => {
      const permissions = BigInt(role.permissions);
      if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return true;
      if (opened.has(role.id)) return role.id !== ranks.id || !hiddenFromSome;
      return maySee(permissions) && !hidden;
    })
    .map((role) => role.id);
}

function union(bits: readonly string[]): bigint {
  return bits.reduce((all, some) => all | BigInt(some), 0n);
}
