import type { Answered } from '../../support/fake-discord/interactions.ts';
import { at, type Deed, eventOf } from './attempt.ts';
import { agreed, pressed } from './controls.ts';
import type { Name, Town } from './town.ts';
import type { World } from './world.ts';

/** What people have done before somebody tries something. */

/** The number that the next invitation gets. */
export const NEXT_DYAD = 4;

export const leaves = (world: World, name: Name): Deed =>
  pressed({ path: 'leave', action: 'yes', id: '' }, at(world, name, 'direct'));

/** As on the card that `/nod data delete` shows once the newest invitation is there. */
export const deletes = (world: World, name: Name): Deed =>
  pressed({ path: 'data/delete', action: 'yes', id: String(NEXT_DYAD) }, at(world, name, 'direct'));

export const answers = (world: World, name: Name, action: 'agree' | 'no' | 'never', dyad = NEXT_DYAD): Deed =>
  pressed({ path: 'start', action, id: agreed(dyad) }, at(world, name, 'lobby'));

export const asks = (world: World, [by, place]: readonly [Name, keyof Town['channels']], partner: string): Deed => ({
  ...at(world, by, place),
  use: { path: 'start', options: { partner } },
});

/** Does one after the other. */
export async function walk(world: World, deeds: readonly Deed[]): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const deed of deeds) answered.push(await world.send(eventOf(world, deed), deed));
  return answered;
}

/** Does all at the same moment: every interaction is on its way before the first is answered. */
export async function together(world: World, deeds: readonly Deed[]): Promise<readonly Answered[]> {
  const answered = await Promise.all(deeds.map((deed) => world.discord.forge(eventOf(world, deed), deed)));
  await world.settled();
  return answered;
}

/** Cards that Nod has posted where everybody sees them. */
export function postsIn({ discord }: World, channel: string): number {
  return discord.messages(channel).filter(({ author }) => author.id === discord.bot).length;
}
