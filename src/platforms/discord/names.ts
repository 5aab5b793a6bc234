import type { REST } from 'discord.js';
import type { PersonId } from '../../domain/ids.ts';
import { memberAt } from './inspect.ts';

/**
 * What these people are called in a server: by account, by profile, and there. Asked of Discord whenever somebody
 * needs it and kept nowhere; whoever is not there any more is called nothing.
 */
export async function namesIn(
  rest: REST,
  guild: string,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  const members = await Promise.all(people.map((person) => memberAt(rest, guild, person)));
  return new Map(
    people.map((person, at) => {
      const member = members[at];
      const names = [member?.nick, member?.user.global_name, member?.user.username];
      return [person, names.filter((name) => typeof name === 'string')];
    }),
  );
}
