import { askedHints, hasHints, hintsNamed } from '../coach/asked.ts';
import { CUES, TYPING_CUES } from '../detect/cues.ts';
import { tellLanguage } from '../detect/language.ts';
import type { PartnerState } from '../domain/dyad.ts';
import type { PersonId } from '../domain/ids.ts';
import { isLeftAlone } from '../domain/language.ts';
import type { Reading } from '../domain/reading.ts';
import { CONFLICT_REST } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { sharedWishes, type Wishes } from '../domain/wishes.ts';
import type { NodForAsker, Noticed, Pointed, Suggested } from '../ports/command.ts';
import type { Store } from '../ports/store.ts';
import { createChance } from './chance.ts';
import type { Desk } from './desk.ts';
import { admitPointed, type ConsentedWords } from './door.ts';
import { type Draft, otherOf } from './draft.ts';
import { isRisk } from './listen.ts';
import { read } from './reading.ts';
import { isUnread } from './unread.ts';
import { withVector } from './vectors.ts';

/**
 * What a person is told of a message they point at. Nothing of it is kept, counted or noted. It depends on the words
 * that both can see, and on nothing that only the other has done or chosen (law 6): not on what was answered, not on
 * what Nod has open, and not on whether it rests now.
 */
export interface PointingParts {
  readonly store: Store;
  readonly secret: string;
}

/** Who points, and the couple they belong to. */
export interface Pointer {
  readonly person: PersonId;
  own(): { desk: Desk; partner: PartnerState } | undefined;
  /** Whether Nod listens, as both are told alike. */
  isHere(desk: Desk): boolean;
}

/** Less sure of the kind than this, ways that fit any message are better. Our choice. */
const SURE_ENOUGH = 0.5;

type Pointing = Pick<NodForAsker, 'notices' | 'suggest' | 'furtherHints'>;

export function createPointing({ store, secret }: PointingParts, { person, own, isHere }: Pointer): Pointing {
  const chance = createChance(`${secret}:suggest`);

  /** Through the door, if it is open: now, and still when the vector has come. */
  async function letIn(pointed: Pointed, desk: Desk): Promise<ConsentedWords | undefined> {
    const { row, session, members, encoder } = desk;
    const ledgers = await Promise.all(
      row.partners.map(async ({ id }) => (await store.ledger(id)).filter(({ dyad }) => dyad === row.id)),
    );
    const couple = () => ({ channel: row.channel, members, state: session.state, ledgers });
    const words = isHere(desk) ? admitPointed(pointed, couple()) : undefined;
    if (!words) return undefined;
    const held = session.glance().env.words.get(words.id);
    if (held) return { ...words, ...held };
    const { type: _, ...read } = await withVector({ type: 'message', ...words }, { encoder, held: session.held });
    return isHere(desk) && admitPointed(pointed, couple()) ? read : undefined;
  }

  /** How the other likes to be met, where they share it with the one who points. */
  function sharedCard(): Wishes | undefined {
    const mine = own();
    if (!mine || !isHere(mine.desk)) return undefined;
    return sharedWishes(otherOf(mine.desk.session.state, mine.partner.id).settings.wishes);
  }

  async function notices(pointed: Pointed): Promise<Noticed> {
    const mine = own();
    if (!mine) return { is: 'none' };
    const { desk, partner } = mine;
    if (!isHere(desk)) return { is: 'resting' };
    const { where, channel, message, at } = pointed;
    if (where !== 'channel' || channel !== desk.row.channel || message?.by !== person) return { is: 'elsewhere' };
    const { state, noticing } = desk.session;
    if (state.burst?.by === partner.id && state.burst.messages.includes(message.id)) return { is: 'being-said' };
    const noticed = noticing.of(partner.id, message.id, at);
    if (noticed?.is !== 'bid') return noticed ?? { is: 'forgotten' };
    const { kind, because } = noticed.bid;
    const typed = because.some((id) => TYPING_CUES.has(id)) ? ({ typed: true } as const) : {};
    return { is: 'bid', kind, because: because.flatMap(sentenceOf), ...typed };
  }

  async function suggest(pointed: Pointed): Promise<Suggested> {
    const refused = { is: pointed.where === 'direct' ? 'not-both' : 'elsewhere' } as const;
    const mine = own();
    if (!mine) return pointed.where === 'direct' ? refused : { is: 'none' };
    const { desk, partner } = mine;
    const { where, channel, message } = pointed;
    if (where === 'channel') {
      if (!isHere(desk)) return { is: 'resting' };
      if (channel === desk.row.channel && message?.by === person) return { is: 'own' };
    }
    if (!isOfTheOther(pointed, desk, partner)) return refused;
    const words = await letIn(pointed, desk);
    // What the door keeps out of the channel was said while one of the two did not listen. One knows of oneself, so a
    // refusal would tell of the other: unread, it gets what fits any message.
    if (!words) return where === 'channel' ? { is: 'general' } : refused;
    const draft = desk.session.glance(words);
    const heard = where === 'direct' ? hearAlone(draft, words) : hearInTalk(draft, words, pointed.at);
    if (heard === 'unread' || heard === 'calm') return { is: heard };
    const { bid } = heard;
    if (!bid || bid.confidence < SURE_ENOUGH) return { is: 'general' };
    return hasHints(bid)
      ? { is: 'hints', ...askedHints(bid, { chance: chance(words.id), wishes: sharedCard() }) }
      : { is: 'calm' };
  }

  return { notices, suggest, furtherHints: (next) => hintsNamed(next, sharedCard()) };
}

/** Whether the other of the two wrote it, where the door may let it in. Whose it is, Nod may have heard for itself. */
function isOfTheOther(
  { where, channel, message }: Pointed,
  { row, members, session }: Desk,
  self: PartnerState,
): boolean {
  if (message === undefined || (where === 'channel' && channel !== row.channel)) return false;
  const writer = members.find((member) => member.person === message.by);
  const held = session.glance().env.words.get(message.id);
  return writer !== undefined && writer.id !== self.id && (held?.by ?? writer.id) === writer.id;
}

type Heard = Reading | 'unread' | 'calm';

/** In direct messages Nod knows of nothing that was said before. */
function hearAlone({ env }: Draft, { text, attachments, vector }: ConsentedWords): Heard {
  const reading = env.reader({ text, attachments, ...(vector ? { vector } : {}) }, { tense: false, earlier: [] });
  if (staysOut(reading)) return 'calm';
  return isLeftAlone(undefined, tellLanguage(text)) ? 'unread' : reading;
}

function hearInTalk(draft: Draft, words: ConsentedWords, now: Instant): Heard {
  const utterance = utteranceOf(draft, words) ?? alone(words);
  const reading = read(draft, utterance);
  if (staysOut(reading) || isHeated(draft, now)) return 'calm';
  return isUnread(draft, utterance) ? 'unread' : reading;
}

/** Harsh, dangerous or tender: of that Nod says nothing, and the same for all of it. */
function staysOut(reading: Reading): boolean {
  return isRisk(reading) || reading.harshness !== undefined || reading.tender;
}

/** Harsh or dangerous words, which both have before their eyes, were said lately. */
function isHeated(draft: Draft, now: Instant): boolean {
  return talk(draft)
    .filter(({ endedAt }) => endedAt > now - CONFLICT_REST)
    .map((said) => read(draft, said))
    .some((reading) => reading.harshness !== undefined || isRisk(reading));
}

function utteranceOf(draft: Draft, { id }: ConsentedWords): Utterance | undefined {
  return talk(draft).find(({ messages }) => messages.includes(id));
}

/** The last things said; that alone is no secret of either. */
function talk({ state: { recent, burst } }: Draft): readonly Utterance[] {
  return burst ? [...recent, burst] : recent;
}

function alone({ id, by, at }: ConsentedWords): Utterance {
  return { by, messages: [id], startedAt: at, endedAt: at };
}

const SENTENCES: ReadonlyMap<string, string> = new Map(CUES.map(({ id, because }) => [id, because]));

function sentenceOf(cue: string): readonly string[] {
  const because = SENTENCES.get(cue);
  return because === undefined ? [] : [because];
}
