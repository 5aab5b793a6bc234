import { isZone } from '../src/domain/availability.ts';
import type { PartnerSettings } from '../src/domain/dyad.ts';
import { REASONS } from '../src/domain/nudge.ts';
import type { Answer, Command, NodForAsker, Press, Standing } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { chosen, turnInto, withOwnSide } from './_answers.ts';
import { hoursModal, readHours } from './_hours/hours.ts';
import { searchZones, zoneModal } from './_hours/zones.ts';
import { ledgerPage } from './_settings/ledger.ts';
import { CHANGEABLE, changePage, foundZonesPage, overview } from './_settings/pages.ts';

/** The asker's own settings, each with a way to change it, and the ledger of what they agreed to. */
export const command = {
  summary: texts.summaries.settings,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    return withOwnSide(nod, (own) => ({ card: overview(own, nod.now) }));
  },

  presses: {
    show: onOwnSide((own, { nod }) => turnInto(overview(own, nod.now))),
    change: onOwnSide((own, { press, nod }) => {
      const what = CHANGEABLE.find((name) => name === chosen(press));
      if (what === undefined) return turnInto(overview(own, nod.now));
      if (what === 'hours') return { modal: hoursModal({ path: 'settings', action: 'hours' }, own.settings) };
      return turnInto(changePage(what, own, press));
    }),
    ledger: onOwnSide(async (_own, { press, nod }) => {
      return turnInto(ledgerPage(await nod.ledger(), Number(press.id) || 0));
    }),

    nudges: sets(({ press }) => ({ nudgesPerDay: Math.min(2, Math.max(0, Math.round(Number(press.id)) || 0)) })),
    reasons: sets(({ press }) => {
      const reasons = REASONS.filter((reason) => press.values.includes(reason));
      return { reasons, coaching: reasons.length > 0 };
    }),
    weekly: sets(({ press }) => ({
      recap: press.values.includes('recap'),
      checkIn: press.values.includes('check-in'),
      checkInNumbers: press.values.includes('check-in:numbers'),
    })),
    typing: sets(({ press, own }) =>
      press.id === 'on' && own.pausesUnasked
        ? { problem: texts.settings.typingUnasked }
        : { typing: press.id === 'on' },
    ),
    ownMessages: sets(({ press }) => ({ ownMessages: press.id === 'on' })),
    numbers: sets(({ press }) => ({ numbers: press.id === 'on' })),
    supportCard: sets(({ press }) => ({ supportCard: press.id === 'on' })),
    exceptions: sets(({ press, own }) => ({
      exceptions: press.id === 'all' ? [] : own.settings.exceptions.slice(0, -1),
    })),
    judge: sets(({ press }) => ({ judge: press.id === 'local' || press.id === 'cloud' ? press.id : 'off' })),
    judgeVulnerable: sets(({ press }) => ({ judgeVulnerable: press.id === 'on' })),
    jokes: sets(() => ({ jokes: {} })),
    hours: sets(({ press }) => readHours(press.fields)),

    picked: sets(({ press }) => (isZone(chosen(press)) ? { zone: chosen(press) } : { problem: texts.common.outdated })),
    other: async () => ({ modal: zoneModal({ path: 'settings' }) }),
    search: onOwnSide((_own, { press }) => turnInto(foundZonesPage(searchZones(press.fields['city'] ?? ''), press.at))),
  },
} satisfies Command;

type Own = NonNullable<Standing['own']>;
type Pressed = { readonly press: Press; readonly nod: NodForAsker };

function onOwnSide(then: (own: Own, pressed: Pressed) => Answer | Promise<Answer>) {
  return (press: Press, nod: NodForAsker) => withOwnSide(nod, (own) => then(own, { press, nod }));
}

type Wanted = Partial<PartnerSettings> | { readonly problem: string };

/** A press that changes a setting, and shows all of them as they then are. */
function sets(read: (pressed: { readonly press: Press; readonly own: Own }) => Wanted) {
  return onOwnSide(async (own, { press, nod }) => {
    const wanted = read({ press, own });
    if ('problem' in wanted) return turnInto(overview(own, nod.now, wanted.problem));
    await nod.submit({ do: 'settings', settings: wanted });
    return withOwnSide(nod, (now) => turnInto(overview(now, nod.now, texts.common.done)));
  });
}
