import type { APIInteraction, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Answered } from '../../support/fake-discord/interactions.ts';
import type { RecordedCall } from '../../support/fake-discord/rest.ts';
import type { ForgedMenu, ForgedPress, ForgedUse, Whence } from './open-discord.ts';
import type { Rows } from './rows.ts';
import type { Name, Town } from './town.ts';
import type { World } from './world.ts';

/** Something somebody does: types a command, points at a message, or presses what may never have been shown to them. */
export type Deed = Whence &
  ({ readonly press: ForgedPress } | { readonly use: ForgedUse } | { readonly menu: ForgedMenu });

/** What came of it, everywhere. */
export interface Outcome {
  readonly deed: Deed;
  readonly answer: Answer;
  /** Calls that Discord got meanwhile, reading aside. */
  readonly calls: readonly RecordedCall[];
  readonly before: Rows;
  readonly after: Rows;
  /** What Nod logged as an error. */
  readonly failures: readonly string[];
}

/** All that the presser sees. */
export interface Answer {
  readonly type: number;
  readonly text: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly modal?: Answered['modal'];
}

/** Does it in this world, and looks at everything before and after. */
export async function attempt(world: World, deed: Deed): Promise<Outcome> {
  const event = eventOf(world, deed);
  return observe(world, { deed, act: () => world.send(event, deed) });
}

/** The interaction as Discord would tell of it. */
export function eventOf({ discord }: World, deed: Deed): APIInteraction {
  if ('use' in deed) return discord.forgedUse(deed, deed.use);
  return 'menu' in deed ? discord.forgedMenu(deed, deed.menu) : discord.forgedPress(deed, deed.press);
}

/** What comes of anything at all; without an answer where nobody waits for one. */
export async function observe(
  world: World,
  { deed, act }: { deed: Deed; act: () => Promise<Answered | undefined> },
): Promise<Outcome> {
  const { discord, failures, rows } = world;
  const [calls, failed, before] = [discord.rest.length, failures.length, rows()];
  const answered = await act();
  return {
    deed,
    answer: answerIn(answered),
    calls: discord.rest.slice(calls).filter(({ method }) => method !== 'GET'),
    before,
    after: rows(),
    failures: failures.slice(failed),
  };
}

const NOTHING: Answer = { type: 0, text: '', components: [], flags: 0 };

function answerIn(answered: Answered | undefined): Answer {
  if (answered === undefined) return NOTHING;
  const { type, data, modal } = answered;
  return {
    type,
    text: data.content ?? '',
    components: data.components ?? [],
    flags: data.flags ?? 0,
    ...(modal === undefined ? {} : { modal }),
  };
}

/** A channel, or one's own direct messages with Nod. */
export type Place = keyof Town['channels'] | 'direct';

/** Where people do things, for short. */
export function at(town: Pick<Town, 'people' | 'channels' | 'discord'>, by: Name, place: Place = 'us'): Whence {
  const person = town.people[by];
  return { by: person, channel: place === 'direct' ? town.discord.dm(person).channel : town.channels[place] };
}
