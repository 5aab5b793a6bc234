import type { BidKind } from '../domain/bid.ts';
import type { Agreed, CheckIn } from '../domain/check-in.ts';
import type { LedgerEntry, Purpose, TermChange, Terms } from '../domain/consent.ts';
import type { FirstMoment, PartnerSettings } from '../domain/dyad.ts';
import type { ChannelId, MessageId, PersonId } from '../domain/ids.ts';
import type { Mirror, Recap, Together } from '../domain/mirror.ts';
import type { NoticeReason, Nudge, Reason } from '../domain/nudge.ts';
import type { OwnExport } from '../domain/own-export.ts';
import type { OwnSilenceNow } from '../domain/own-silence.ts';
import type { Said } from '../domain/reading.ts';
import type { RetentionRow } from '../domain/retention.ts';
import type { Instant } from '../domain/time.ts';
import type { Wishes } from '../domain/wishes.ts';
import type { Card, Modal } from './card.ts';

export type { Mirror, OwnExport, Recap, Together };

/** One use of a slash command. */
export interface Ask {
  readonly by: PersonId;
  readonly channel: ChannelId;
  readonly where: 'server' | 'dm';
  /** The asker's language as the platform knows it, such as `en-GB`. */
  readonly locale: string;
  readonly at: Instant;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** One press of a button, a choice in a select or a submitted form. */
export interface Press extends Omit<Ask, 'options'> {
  readonly action: string;
  /** What the button was made with. */
  readonly id: string;
  /** Chosen values of a select. */
  readonly values: readonly string[];
  /** What was typed into a form, by field name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a message lies that can be pointed at: in a server's channel, or in two people's direct messages without Nod. */
export type MenuPlace = 'channel' | 'direct';

/** One use of an entry in a message's menu. */
export interface Pointed extends Omit<Ask, 'options' | 'where'> {
  readonly where: MenuPlace;
  /** Absent where no person wrote it themselves, here: a bot's, a forward. Its words are dropped unread. */
  readonly message?: PointedMessage;
}

/** The message pointed at, as the platform hands it over; read once, and kept nowhere. */
export interface PointedMessage extends Pick<Said, 'text' | 'attachments'> {
  readonly id: MessageId;
  readonly by: PersonId;
  readonly at: Instant;
}

/** An entry in a message's menu; its name is the key it stands under, at most 32 characters. */
export interface Menu {
  readonly where: readonly MenuPlace[];
  /** For the reference alone: the platform shows a name and nothing else. */
  readonly summary?: string;
  run(pointed: Pointed, nod: NodForAsker): Promise<Answer>;
}

/** What comes back, always for the asker's eyes only. */
export type Answer =
  | {
      readonly card: Card /** Replace the ephemeral card that was pressed instead of adding one. */;
      readonly replace?: true;
      /** Something to take along, beside the card. */
      readonly file?: AnswerFile;
    }
  | { readonly modal: Modal };

/** A text file. */
export interface AnswerFile {
  readonly name: string;
  readonly text: string;
}

/** What kind of value an option takes. */
export type Option = {
  readonly name: string;
  readonly summary: string;
  readonly required?: true;
} & (
  | { readonly kind: 'partner' | 'channel' | 'number' | 'yes-no' }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'text'; readonly complete?: (typed: string, ask: Ask) => readonly string[] }
);

/**
 * What a partner can type or press: one file in `commands/`, whose path is the command's name.
 * Platform-neutral; everything it shows is ephemeral.
 */
export interface Command {
  /** At most 100 characters. */
  readonly summary: string;
  readonly options: readonly Option[];
  /** Where it can be used; `anywhere` includes the direct messages with Nod. */
  readonly where: 'server' | 'anywhere';
  /** Has buttons to answer but nothing to type: it is not registered as a slash command. */
  readonly hidden?: true;
  /**
   * Has nothing to do with a couple: using it is no sign that somebody is here, so it leaves no trace, and nothing
   * that Nod still has to ask or tell is put behind its answers.
   */
  readonly apart?: true;
  run(ask: Ask, nod: NodForAsker): Promise<Answer>;
  /** Its entries in the menu of a message, by the name that is shown there. */
  readonly menus?: Readonly<Record<string, Menu>>;
  /** What its buttons, selects and forms do, by action. */
  readonly presses?: Readonly<Record<string, (press: Press, nod: NodForAsker) => Promise<Answer>>>;
}

/** A command with the name the registry read from its path: `me`, `data/export`. */
export interface NamedCommand {
  readonly path: string;
  readonly command: Command;
}

/** Everything a person decides on the consent card. */
export interface ConsentChoices {
  readonly adult: true;
  /** How many others could read the channel, as the card said. */
  readonly readers: number;
  readonly zone: string;
  readonly quiet: PartnerSettings['quiet'];
  readonly away: PartnerSettings['away'];
  readonly usual: PartnerSettings['usual'];
  /** Besides `listening`, which the press itself is. */
  readonly purposes: readonly Purpose[];
}

/** The asker's own side, and what may be said to both alike. */
export interface Standing {
  /** `resting` covers every cause alike; `none`: the asker has no couple here. */
  readonly listening: 'listening' | 'resting' | 'none';
  readonly own?: {
    readonly listening: boolean;
    readonly settings: PartnerSettings;
    /** The card that they said yes to did not ask about pauses yet: their typing counts as presence at most. */
    readonly pausesUnasked?: true;
    readonly busyUntil?: Instant;
    readonly snoozedUntil?: Instant;
    readonly channel: ChannelId;
    /** The couple's own sign for "seen, I want to hear this, not now". */
    readonly sign?: string;
    /** Where a second opinion would come from, if the host has set one up. */
    readonly judge?: 'local' | 'cloud';
    /** The computer it answers at. */
    readonly judgeHost?: string;
    /** The numbers of their own check-ins, oldest first, where they ticked that. */
    readonly checkIns?: readonly CheckIn[];
    /** Moments of the quiet first days that they are asked about. */
    readonly firstLook?: readonly FirstMoment[];
  };
}

/** A change a person makes to their own side; the runner applies it in the dyad's queue. */
export type Change =
  | { readonly do: 'pause' | 'resume' | 'leave' }
  | { readonly do: 'busy'; readonly until: Instant }
  | { readonly do: 'snooze'; readonly until: Instant }
  | { readonly do: 'settings'; readonly settings: Partial<PartnerSettings> }
  | { readonly do: 'nudge-opened'; readonly seq: number }
  | { readonly do: 'talked'; readonly seq: number }
  | { readonly do: 'not-this'; readonly seq: number }
  | { readonly do: 'joke'; readonly seq: number }
  /** Whether a word would have helped at one of the moments of the quiet first days. */
  | { readonly do: 'first-look'; readonly index: number; readonly helps: 'yes' | 'no' | 'never' }
  | { readonly do: 'helpful'; readonly seq: number }
  /** Chooses, changes or gives up the couple's own sign. */
  | { readonly do: 'sign'; readonly emoji: string | undefined }
  /** What they said of their week; kept only if they ticked that. */
  | { readonly do: 'check-in'; readonly agreed: Agreed }
  /** They read that they need no nudges, in the notice of that number. */
  | { readonly do: 'step-back'; readonly seq: number };

/** Why somebody is asked for their yes again, and what it is to. */
export interface Renewal {
  /** Nobody answered in time, so their switch is off. */
  readonly lapsed: boolean;
  /** What has changed since they said yes; empty when it is only time. */
  readonly changes: readonly TermChange[];
  readonly terms: Terms;
  /** As they are after a yes. */
  readonly settings: PartnerSettings;
  /** Their typing counts now and does not after a yes, since it would count for more. */
  readonly typingEnds?: true;
}

/** A live nudge as the one it was made for may read it. */
export interface NudgeForAsker extends Pick<Nudge, 'seq' | 'kind' | 'reason'> {
  /** The words of its hint, rendered now; they rest nowhere. */
  readonly hintText: string;
  /** Opens the message it is about. */
  readonly link: string;
  /** When they said that they would come back to it, if that is the reason. */
  readonly promisedAt?: Instant;
}

/** Why Nod wrote to the asker, and what of their own keeps it silent just now. */
export interface Why {
  /** Their messages about moments that are out, the oldest first. */
  readonly nudges: readonly { readonly at: Instant; readonly reason: Reason }[];
  readonly silences: readonly OwnSilenceNow[];
}

/**
 * What Nod heard in a message of the asker's own. `nothing` covers alike what it heard nothing in and what it stays
 * out of, whether it rested or not; `elsewhere` everything that is not the asker's own message in their channel.
 */
export type Noticed =
  | {
      readonly is: 'bid';
      readonly kind: BidKind;
      /** Each completes "it …". */
      readonly because: readonly string[];
      /** How it was typed is among that, and not its words alone. */
      readonly typed?: true;
    }
  | { readonly is: 'nothing' | 'being-said' | 'unread' | 'forgotten' | 'elsewhere' | 'resting' | 'none' };

/** A few hints, and where the next ones are found; none of it tells a word of the message. */
export interface SomeHints {
  /** What they are for. */
  readonly kind: Exclude<BidKind, 'repair'>;
  readonly hints: readonly string[];
  /** Names the next few. */
  readonly next: string;
}

/** Ways to respond. `calm` covers alike a fight and everything that Nod stays out of. */
export type Suggested =
  | ({ readonly is: 'hints' } & SomeHints)
  | { readonly is: 'general' | 'unread' | 'calm' | 'own' | 'elsewhere' | 'resting' | 'none' | 'not-both' };

/**
 * What a command may do for the one person who asks. Bound to the asker: there is no way to name
 * somebody else, so a command cannot show one partner the other's side.
 */
export interface NodForAsker {
  readonly now: Instant;
  /** Who runs this installation, as they named themselves in the configuration. */
  readonly host: string;
  /** Whether what Nod keeps is encrypted. */
  readonly encrypted: boolean;
  standing(): Promise<Standing>;
  /** How the other likes to be met, if they share it and Nod listens; else nothing that tells whether they wrote it. */
  theirCard(): Promise<Wishes | undefined>;
  /** Undefined while Nod rests or the asker has no couple. */
  why(): Promise<Why | undefined>;
  retention(): readonly RetentionRow[];
  /** Own consents and settings over time, oldest first. */
  ledger(): Promise<readonly LedgerEntry[]>;
  /** Undefined while Nod rests or the asker has no couple. */
  mirror(days: number): Promise<Mirror | undefined>;
  together(): Promise<Together | undefined>;
  /** The newest closed week; undefined while Nod rests or the asker has no couple. */
  recap(): Promise<Recap | undefined>;
  /** Applies the change to the asker's own side; false when they have no couple. */
  submit(change: Change): Promise<boolean>;
  /** Asks the other for consent in this channel. Throws NodErrors that say what to do. */
  invite(partner: PersonId, channel: ChannelId): Promise<void>;
  /** The invitation the asker may still answer, by the number its card carries. */
  invitation(dyad: number): Promise<{ readonly others: number } | undefined>;
  /** Undefined while the asker is not to be asked again. */
  renewal(): Promise<Renewal | undefined>;
  /** Says yes again to the terms as they are now; false when they have no couple. */
  renew(): Promise<boolean>;
  /** What a card about no moment is for, if it was made for the asker and is still out. */
  notice(seq: number, dyad: number): Promise<NoticeReason | 'support' | undefined>;
  /** What the asker can take along of what Nod has of them. */
  takeAlong(): Promise<OwnExport>;
  /** The number of the newest couple or invitation the asker belongs to; 0 when there is none. */
  newestCouple(): Promise<number>;
  /** Deletes all that Nod has of the asker; false, and nothing done, if something newer than `upTo` has begun. */
  forget(upTo: number): Promise<boolean>;
  /** Records the asker's consent; Nod begins when both have. */
  consent(dyad: number, choices: ConsentChoices): Promise<void>;
  /** Says no, alike in look to not having answered. */
  decline(dyad: number, forEver: boolean): Promise<void>;
  /**
   * The nudge a card is about, if it was made for the asker and is still live. `dyad` is the number on the
   * card: an old card of an ended couple must not open a nudge of the next one that happens to count the same.
   */
  nudge(seq: number, dyad: number): Promise<NudgeForAsker | undefined>;
  /** What Nod heard in the asker's own message; depends on nothing that the other does apart from writing (law 6). */
  notices(pointed: Pointed): Promise<Noticed>;
  /** Ways to respond to the other's message, which is read now and forgotten. */
  suggest(pointed: Pointed): Promise<Suggested>;
  /** The hints that `next` names; undefined for a name that was made up. */
  furtherHints(next: string): SomeHints | undefined;
}
