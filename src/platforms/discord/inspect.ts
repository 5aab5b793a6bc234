import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIThreadChannel,
  ChannelType,
  OverwriteType,
  type REST,
  type RESTGetAPIGuildResult,
  Routes,
} from 'discord.js';
import type { ChannelId, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { ChannelReport } from '../../ports/platform.ts';
import { isGone, isUnknownMember, named, nameFailure } from './failures.ts';
import { leftIn, mayRead, maySee, missingIn, permissionsIn, rolesThatSee } from './permissions.ts';

/** What is needed to look into a server. */
export interface Inspector {
  readonly rest: REST;
  readonly bot: string;
  readonly now: Instant;
}

interface Place {
  readonly guild: RESTGetAPIGuildResult;
  readonly overwrites: readonly APIOverwrite[];
}

const UNREADABLE: ChannelReport = { readable: false, missing: [], others: 0, absent: [], bots: [] };

/**
 * Looks at a channel before a couple is invited there.
 *
 * Discord lists a server's members only to bots with the privileged members intent, which Nod does not ask
 * for. So `others` is the largest number that is certain: people and bots known by name who can read the
 * channel (the owner, those the channel names), or the size of one role that can. There may be more.
 */
export async function inspect(
  inspector: Inspector,
  channel: ChannelId,
  people: readonly PersonId[],
): Promise<ChannelReport> {
  const found = await channelAt(inspector.rest, channel);
  if (found === 'hidden') return { ...UNREADABLE, missing: ['View Channel'] };
  if (found === undefined || found.type !== ChannelType.GuildText || !found.guild_id) return UNREADABLE;
  const place: Place = {
    guild: await guildAt(inspector.rest, found.guild_id),
    overwrites: found.permission_overwrites ?? [],
  };
  const members = await membersOf(inspector, place, people);
  const sees = (id: string) => canSee(place, members.get(id));

  const own = members.get(inspector.bot);
  const permissions =
    own === undefined ? 0n : leftIn(permissionsIn(place.guild, place.overwrites, own), own, inspector.now);
  const missing = missingIn(permissions);
  const bots = people.filter((person) => members.get(person)?.user.bot === true);
  return {
    readable: mayRead(permissions),
    missing,
    others: await countOthers(inspector, place, { members, apart: [inspector.bot, ...people] }),
    absent: people.filter((person) => bots.includes(person) || !sees(person)),
    bots,
  };
}

async function channelAt(
  rest: REST,
  channel: ChannelId,
): Promise<Exclude<APIChannel, APIThreadChannel> | 'hidden' | undefined> {
  try {
    return (await rest.get(Routes.channel(channel))) as Exclude<APIChannel, APIThreadChannel>;
  } catch (error) {
    if (isGone(error)) return undefined;
    const failure = nameFailure(error);
    if (failure instanceof Error && 'code' in failure && failure.code === 'DISCORD_PERMISSION_MISSING') return 'hidden';
    throw failure;
  }
}

async function guildAt(rest: REST, guild: string): Promise<RESTGetAPIGuildResult> {
  const query = new URLSearchParams({ with_counts: 'true' });
  return (await named(rest.get(Routes.guild(guild), { query }))) as RESTGetAPIGuildResult;
}

/** Everybody who can be known by name: those asked about, Nod, the owner, and those the channel names. */
async function membersOf(
  { rest, bot }: Inspector,
  { guild, overwrites }: Place,
  people: readonly string[],
): Promise<ReadonlyMap<string, APIGuildMember>> {
  const mentioned = overwrites.filter((rule) => rule.type === OverwriteType.Member).map((rule) => rule.id);
  const ids = [...new Set([bot, guild.owner_id, ...people, ...mentioned])];
  const found = await Promise.all(ids.map((id) => memberAt(rest, guild.id, id)));
  return new Map(found.filter((member) => member !== undefined).map((member) => [member.user.id, member]));
}

/** The person as a member of the server; undefined where they are none. */
export async function memberAt(rest: REST, guild: string, person: string): Promise<APIGuildMember | undefined> {
  try {
    return (await rest.get(Routes.guildMember(guild, person))) as APIGuildMember;
  } catch (error) {
    if (isUnknownMember(error)) return undefined;
    throw nameFailure(error);
  }
}

function canSee(place: Place, member: APIGuildMember | undefined): boolean {
  return member !== undefined && maySee(permissionsIn(place.guild, place.overwrites, member));
}

async function countOthers(
  { rest }: Inspector,
  place: Place,
  { members, apart }: { members: ReadonlyMap<string, APIGuildMember>; apart: readonly string[] },
): Promise<number> {
  const others = [...members.values()].filter((member) => !apart.includes(member.user.id) && canSee(place, member));
  const roles = rolesThatSee(place.guild, place.overwrites);
  if (roles.length === 0) return others.length;
  const sizes = await roleSizes(rest, place.guild);
  const holds = (member: APIGuildMember, role: string) => role === place.guild.id || member.roles.includes(role);
  const counts = roles.map((role) => {
    const known = [...members.values()].filter((member) => holds(member, role)).length;
    const unknown = Math.max(0, (sizes.get(role) ?? 0) - known);
    return unknown + others.length;
  });
  return Math.max(others.length, ...counts);
}

/** How many hold each role; empty where Discord does not tell. */
async function roleSizes(rest: REST, guild: RESTGetAPIGuildResult): Promise<ReadonlyMap<string, number>> {
  const everyone: [string, number] = [guild.id, guild.approximate_member_count ?? 0];
  try {
    const sizes = (await rest.get(Routes.guildRoleMemberCounts(guild.id))) as Record<string, number>;
    return new Map([...Object.entries(sizes), everyone]);
  } catch {
    // A lower bound stays one without it.
    return new Map([everyone]);
  }
}
