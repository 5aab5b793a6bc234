import { nextTimeOfDay } from '../src/domain/availability.ts';
import type { NoticeReason } from '../src/domain/nudge.ts';
import type { Card } from '../src/ports/card.ts';
import type { Answer, Change, Command, NodForAsker, NudgeForAsker, Press, Standing } from '../src/ports/command.ts';
import { doneCard, readWhisperId, WHISPER_PATH } from '../src/texts/cards.ts';
import { regionOf } from '../src/texts/support/regions.ts';
import { texts } from '../src/texts/texts.ts';
import { change, turnInto, withOwnSide } from './_answers.ts';
import { askPage } from './_check-in/pages.ts';
import { firstLookCard } from './_first-look.ts';
import { graduationCard } from './_graduation.ts';
import { recapCard } from './_recap.ts';
import { renewalCard } from './_renewal.ts';
import { openedCard } from './_whisper.ts';

const wording = texts.whisper;
const MIDNIGHT = 0;
/** Looks back over all of the first days, whenever their card is opened. */
const FIRST_DAYS = 7;
/** What they gave seldom is looked for in so many days. Our choice. */
const MONTH_DAYS = 30;

/** Nod's direct message and what its buttons do: the message stays neutral, the rest is for the one who opens it. */
export const command = {
  summary: texts.summaries.whisper,
  where: 'anywhere',
  hidden: true,
  options: [],

  run: async () => ({ card: doneCard() }),

  presses: {
    open: async (press, nod) => {
      const nudge = await liveNudge(press, nod);
      if (nudge === undefined) return { card: (await noticeCard(press, nod)) ?? doneCard() };
      await nod.submit({ do: 'nudge-opened', seq: nudge.seq });
      const { id } = press;
      return { card: openedCard(nudge, (action, label) => ({ label, path: WHISPER_PATH, action, id })) };
    },
    helpful: (press, nod) => whileLive(press, nod, { do: 'helpful', answer: wording.helpfulAnswer }),
    joke: (press, nod) => whileLive(press, nod, { do: 'joke', answer: wording.jokeAnswer }),
    'not-this': (press, nod) => whileLive(press, nod, { do: 'not-this', answer: wording.notThisAnswer }),
    talked: (press, nod) => whileLive(press, nod, { do: 'talked', answer: wording.talkedAnswer }),

    // These two are about all nudges, so they hold also when this one is moot.
    later: (_press, nod) =>
      withOwnSide(nod, async ({ settings }) => {
        const until = nextTimeOfDay(nod.now, settings.zone, MIDNIGHT);
        return turnInto({ text: await change(nod, { do: 'snooze', until }, wording.notTodayAnswer) });
      }),
    'heavy-not-this': async () => turnInto({ text: wording.heavyAnswer }),
    'heavy-no-more': async (_press, nod) => {
      return turnInto({ text: await change(nod, { do: 'settings', settings: { supportCard: false } }) });
    },
    stop: async (_press, nod) => {
      const none: Change = { do: 'settings', settings: { coaching: false, reasons: [] } };
      return turnInto({ text: await change(nod, none, wording.stopAnswer) });
    },
  },
} satisfies Command;

async function liveNudge(press: Press, nod: NodForAsker): Promise<NudgeForAsker | undefined> {
  const name = readWhisperId(press.id);
  return name && nod.nudge(name.seq, name.dyad);
}

/** What a message that is about no moment says once it is opened. */
async function noticeCard(press: Press, nod: NodForAsker): Promise<Card | undefined> {
  const name = readWhisperId(press.id);
  if (name === undefined) return undefined;
  const reason = await nod.notice(name.seq, name.dyad);
  if (reason === undefined) return undefined;
  const { own } = await nod.standing();
  if (reason === 'support') return supportCard(press, own?.settings.zone);
  return own && cardFor(reason, { seq: name.seq, own, nod });
}

interface Told {
  readonly seq: number;
  readonly own: NonNullable<Standing['own']>;
  readonly nod: NodForAsker;
}

async function cardFor(reason: NoticeReason, { seq, own, nod }: Told): Promise<Card | undefined> {
  switch (reason) {
    case 'renewal': {
      const renewal = await nod.renewal();
      return renewal && renewalCard(renewal, nod);
    }
    case 'first-look':
      return firstLookCard(own, await nod.mirror(FIRST_DAYS));
    case 'recap': {
      const recap = await nod.recap();
      return recap ? recapCard(recap) : { text: texts.common.resting };
    }
    case 'check-in':
      return askPage(own);
    case 'graduation': {
      await nod.submit({ do: 'step-back', seq });
      return graduationCard(own.settings, await nod.mirror(MONTH_DAYS));
    }
  }
}

/** For the one who wrote something heavy, and never about anybody else. */
function supportCard({ locale }: Press, zone: string | undefined): Card {
  const button = (action: string, label: string) => ({ label, path: WHISPER_PATH, action });
  return {
    text: wording.heavy(texts.support.lines(regionOf({ zone, locale }))),
    rows: [{ buttons: [button('heavy-not-this', wording.notThis), button('heavy-no-more', wording.noMore)] }],
  };
}

async function whileLive(
  press: Press,
  nod: NodForAsker,
  told: { readonly do: 'helpful' | 'not-this' | 'joke' | 'talked'; readonly answer: string },
): Promise<Answer> {
  const nudge = await liveNudge(press, nod);
  if (nudge === undefined) return turnInto(doneCard());
  return turnInto({ text: await change(nod, { do: told.do, seq: nudge.seq }, told.answer) });
}
