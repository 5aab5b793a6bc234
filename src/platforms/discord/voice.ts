import type { GatewayVoiceState } from 'discord.js';
import { type PersonId, personId } from '../../domain/ids.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { Heard } from './events.ts';
import type { Watch } from './watch.ts';

/** Who waits in a call is joined if the other comes within this time. Annotation guide, "Response". */
const WAITS_FOR = 5 * MINUTE;

/** In which voice channel of a server somebody is, as known before the change that is being told. */
export type WhereIs = (server: string, person: string) => string | undefined;

/**
 * Tells when one partner joins the other in a call: the one who enters where the other is, and the other
 * too if they had waited no more than five minutes.
 */
export function createVoice(whereIs: WhereIs) {
  const enteredAt = new Map<string, Instant>();

  return function heardInVoice(state: GatewayVoiceState, watch: Watch, now: Instant): readonly Heard[] {
    const couples = watch.couplesOf(state.user_id);
    if (couples.length === 0 || state.guild_id === undefined) return [];
    const server = state.guild_id;
    if (state.channel_id === null) {
      enteredAt.delete(state.user_id);
      return [];
    }
    if (whereIs(server, state.user_id) === state.channel_id) return []; // muted, deafened, streaming: no move
    enteredAt.set(state.user_id, now);

    return couples.flatMap(({ channel, partners }) => {
      const other = partners.find((partner) => partner !== state.user_id);
      if (other === undefined || whereIs(server, other) !== state.channel_id) return [];
      const join = (by: PersonId): Heard => ({ channel, event: { type: 'voice-join', at: now, by } });
      const waitedSince = enteredAt.get(other);
      const waited = waitedSince !== undefined && now - waitedSince <= WAITS_FOR;
      return waited ? [join(personId(state.user_id)), join(other)] : [join(personId(state.user_id))];
    });
  };
}
