import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIUser,
  ApplicationFlags,
  ChannelType,
  OAuth2Routes,
  REST,
  type RESTGetAPICurrentUserGuildsResult,
  Routes,
} from 'discord.js';
import { type Instant, SECOND } from '../../domain/time.ts';
import { NodError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { codeOf, nameFailure } from './failures.ts';
import { maySee, permissionsIn } from './permissions.ts';

/** One thing `nod doctor` looked at. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly line: string;
  /** What to do about it, when it is not well. */
  readonly fix?: string;
}

export interface DoctorTerms {
  readonly token: string;
  readonly apiBase?: string | undefined;
  /** Ids of the servers Nod may stay in; empty means any. */
  readonly guilds: readonly string[];
  readonly clock: Clock;
}

/** Beyond this, answer times and quiet hours begin to be wrong by a visible amount. Our choice. */
const WORST_SKEW = 5 * SECOND;
/** Discord's Date header has whole seconds: half of one is the best guess of the rest. */
const HALF_A_SECOND = SECOND / 2;

/** Looks at everything about Discord that can be wrong before Nod starts; never throws. */
export async function checkDiscord(terms: DoctorTerms): Promise<{ ok: boolean; findings: readonly Finding[] }> {
  const rest = new REST({ version: '10', retries: 1, ...(terms.apiBase !== undefined && { api: terms.apiBase }) });
  rest.setToken(terms.token);
  const findings: Finding[] = [];
  const skew = measureSkew(rest, terms.clock);
  try {
    const bot = (await rest.get(Routes.user())) as APIUser;
    findings.push({ name: 'token', ok: true, line: `Discord knows this token as ${bot.username}.` });
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    findings.push(messageContent(application), invitation(application.id));
    findings.push(...(await servers(rest, { bot: bot.id, named: terms.guilds })));
  } catch (error) {
    findings.push(failed(error));
  }
  const measured = skew();
  if (measured !== undefined) findings.push(clockSkew(measured));
  return { ok: findings.every(({ ok }) => ok), findings };
}

/** The link that adds Nod to a server without any permission there; channels let it in one by one. */
function inviteLink(application: string): string {
  const query = new URLSearchParams({ client_id: application, scope: 'bot applications.commands', permissions: '0' });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}

function failed(error: unknown): Finding {
  const failure = nameFailure(error);
  if (failure instanceof NodError) {
    const name = failure.code === 'DISCORD_TOKEN_REJECTED' ? 'token' : 'connection';
    return { name, ok: false, line: failure.message, fix: failure.hint };
  }
  const fix = 'Try again; if it stays, look at discordstatus.com.';
  return { name: 'connection', ok: false, line: `Discord refused to answer (${codeOf(error)}).`, fix };
}

/** Bots in fewer than 100 servers have the limited flag; either one means that words can be read. */
function messageContent(application: APIApplication): Finding {
  const name = 'message-content';
  const flags = application.flags ?? 0;
  const granted = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
  if ((flags & granted) !== 0) return { name, ok: true, line: 'Nod may read messages (Message Content Intent is on).' };
  const fix =
    'In the Discord developer portal open your application, then Bot, and switch on "Message Content Intent".';
  return { name, ok: false, line: 'Nod may not read messages yet.', fix };
}

function invitation(application: string): Finding {
  return { name: 'invite', ok: true, line: `To add Nod to your server, open ${inviteLink(application)}` };
}

/** Where Nod is: in a server that is named, or it leaves at the start, and in one at all. */
async function servers(
  rest: REST,
  { bot, named }: { readonly bot: string; readonly named: readonly string[] },
): Promise<readonly Finding[]> {
  const all = (await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult;
  const left = named.length === 0 ? [] : all.filter(({ id }) => !named.includes(id)).map(({ id }) => id);
  const kept = all.map(({ id }) => id).filter((id) => !left.includes(id));
  const leaves: Finding = {
    name: 'servers',
    ok: false,
    line: `NOD_GUILDS does not name ${left.join(', ')}, where Nod is and which it leaves when it starts.`,
    fix: 'If that is your server, put its id into .env as NOD_GUILDS; else all is well once Nod has started.',
  };
  if (left.length > 0 && kept.length === 0) return [leaves]; // of channels more once Nod may stay
  return [...(left.length > 0 ? [leaves] : []), await channels(rest, kept, bot)];
}

/** How far Nod sees: it needs the couple's channel and no other. */
async function channels(rest: REST, guilds: readonly string[], bot: string): Promise<Finding> {
  const name = 'channels';
  const counts = await Promise.all(guilds.map((id) => visibleIn(rest, id, bot)));
  const seen = counts.reduce((sum, count) => sum + count, 0);
  const line = `Nod can read ${plural(seen, 'text channel')} in ${plural(guilds.length, 'server')}.`;
  if (guilds.length === 0) return { name, ok: false, line, fix: 'Open the link above and add Nod to your server.' };
  if (seen === 1) return { name, ok: true, line };
  const fix =
    seen === 0
      ? 'In the settings of the channel you two share, under Permissions, add Nod and allow View Channel, Send Messages and Read Message History.'
      : 'Nod needs the channel you two share and no other; take View Channel from it everywhere else.';
  return { name, ok: seen > 0, line, fix };
}

async function visibleIn(rest: REST, guild: string, bot: string): Promise<number> {
  const [ranks, all, member] = (await Promise.all([
    rest.get(Routes.guild(guild)),
    rest.get(Routes.guildChannels(guild)),
    rest.get(Routes.guildMember(guild, bot)),
  ])) as [APIGuild, (APIChannel & { permission_overwrites?: APIOverwrite[] })[], APIGuildMember];
  const texts = all.filter(({ type }) => type === ChannelType.GuildText);
  return texts.filter((one) => maySee(permissionsIn(ranks, one.permission_overwrites ?? [], member))).length;
}

/** Compares the Date header of the answers with the clock; the smallest difference is the truest. */
function measureSkew(rest: REST, clock: Clock): () => number | undefined {
  const differences: number[] = [];
  rest.on('response', (_request, response) => {
    const told: Instant = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(told)) differences.push(clock.now() - (told + HALF_A_SECOND));
  });
  return () => differences.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
}

function clockSkew(skew: number): Finding {
  const name = 'clock';
  const seconds = Math.round(Math.abs(skew) / SECOND);
  if (Math.abs(skew) <= WORST_SKEW) return { name, ok: true, line: 'The clock agrees with Discord’s.' };
  const line = `The clock is ${plural(seconds, 'second')} ${skew > 0 ? 'ahead of' : 'behind'} Discord’s.`;
  return { name, ok: false, line, fix: 'Switch on automatic time (NTP) on this computer.' };
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
