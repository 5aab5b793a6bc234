import type { GatewayVoiceState } from 'discord.js';
import { type PersonId, personId } from '../../domain/ids.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { Heard } from './events.ts';
import type { Rooms } from './rooms.ts';
import type { Watch } from './watch.ts';

/** Who waits in a call is joined if the other comes within this time. Annotation guide, "Response". */
const WAITS_FOR = 5 * MINUTE;

export interface VoiceTerms {
  /** In which voice channel of a server somebody is, as known before the change that is being told. */
  readonly whereIs: (server: string, person: string) => string | undefined;
  /** The server that a couple's channel is in. */
  readonly guildOf: Rooms['guildOf'];
}

/**
 * Tells when one partner joins the other in a call: the one who enters where the other is, and the other
 * too if they had waited no more than five minutes. Only in the server of their channel: of others they were told nothing.
 */
export function createVoice({ whereIs, guildOf }: VoiceTerms) {
  const enteredAt = new Map<string, Instant>();

  return function heardInVoice(state: GatewayVoiceState, watch: Watch, now: Instant): readonly Heard[] {
    const server = state.guild_id;
    if (server === undefined) return [];
    const couples = watch.couplesOf(state.user_id).filter(({ channel }) => guildOf(channel) === server);
    if (couples.length === 0) return [];
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
