import { isZone } from '../src/domain/availability.ts';
import { personId } from '../src/domain/ids.ts';
import type { Answer, Command, NodForAsker, Press } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { chosen, say, turnInto } from './_answers.ts';
import { hoursModal, readHours } from './_hours/hours.ts';
import { guessZones, searchZones, zoneModal } from './_hours/zones.ts';
import { choicesOf, type Draft, emptyDraft, packDraft, unpackDraft } from './_start/draft.ts';
import { aboutPage, hoursPage, keptPage, tick, ticksPage, zonePage } from './_start/pages.ts';

const wording = texts.consent;

/** Asks the other for consent, and lets each of the two answer privately. */
export const command = {
  summary: texts.summaries.start,
  where: 'server',
  options: [{ name: 'partner', kind: 'partner', summary: texts.options.partner, required: true }],

  async run(ask, nod) {
    const { partner } = ask.options;
    if (typeof partner !== 'string') return say(wording.partnerMissing);
    await nod.invite(personId(partner), ask.channel);
    return say(wording.asked);
  },

  presses: {
    what: async () => say(wording.whatAnswer),
    choose: async (press, nod) => {
      const dyad = Number(press.id);
      const invitation = Number.isSafeInteger(dyad) ? await nod.invitation(dyad) : undefined;
      if (invitation === undefined) return say(wording.notYours);
      return {
        card: aboutPage(emptyDraft(dyad, invitation.others), {
          host: nod.host,
          encrypted: nod.encrypted,
          others: invitation.others,
        }),
      };
    },

    about: onPage(async (draft, { nod }) => {
      const invitation = await nod.invitation(draft.dyad);
      if (invitation === undefined) return turnInto({ text: wording.notYours });
      return turnInto(
        aboutPage(
          { ...draft, readers: invitation.others },
          { host: nod.host, encrypted: nod.encrypted, others: invitation.others },
        ),
      );
    }),
    kept: onPage((draft, { nod }) => turnInto(keptPage(draft, nod.retention()))),
    zone: onPage((draft, { press }) => turnInto(zonePage(draft, { zones: zonesFor(draft, press), at: press.at }))),
    other: onPage((draft) => ({ modal: zoneModal({ path: 'start', id: packDraft(draft) }) })),
    search: onPage((draft, { press }) => turnInto(foundPage(draft, press))),
    picked: onPage((draft, { press }) => {
      const zone = chosen(press);
      return turnInto(hoursPage(isZone(zone) ? { ...draft, zone } : draft));
    }),
    hours: onPage((draft) => turnInto(hoursPage(draft))),
    edit: onPage((draft) => ({ modal: hoursModal({ path: 'start', action: 'typed', id: packDraft(draft) }, draft) })),
    typed: onPage((draft, { press }) => {
      const hours = readHours(press.fields);
      return turnInto('problem' in hours ? hoursPage(draft, hours.problem) : hoursPage({ ...draft, ...hours }));
    }),
    ticks: onPage((draft) => turnInto(ticksPage(draft))),
    tick: onPage((draft, { press }) => turnInto(ticksPage(tick(draft, press.values)))),
    adult: onPage((draft) => turnInto(ticksPage({ ...draft, adult: !draft.adult }))),

    agree: onPage(async (draft, { nod }) => {
      const choices = choicesOf(draft);
      if (choices === undefined) return turnInto(ticksPage(draft));
      await nod.consent(draft.dyad, choices);
      return turnInto({ text: wording.agreed });
    }),
    no: onPage((draft, { nod }) => decline(draft, nod, false)),
    never: onPage((draft, { nod }) => decline(draft, nod, true)),
  },
} satisfies Command;

type Pressed = { readonly press: Press; readonly nod: NodForAsker };

/**
 * A press on a page of the consent card. Whether the invitation is still open is asked only where something
 * comes of it: looking takes a while, and a form has to open at once.
 */
function onPage(then: (draft: Draft, pressed: Pressed) => Answer | Promise<Answer>) {
  return async (press: Press, nod: NodForAsker): Promise<Answer> => {
    const draft = unpackDraft(press.id);
    return draft === undefined ? turnInto({ text: texts.common.outdated }) : then(draft, { press, nod });
  };
}

async function decline(draft: Draft, nod: NodForAsker, forEver: boolean): Promise<Answer> {
  await nod.decline(draft.dyad, forEver);
  return turnInto({ text: forEver ? wording.refused : wording.declined });
}

/** The guessed zones, with the chosen one among them. */
function zonesFor(draft: Draft, press: Press): readonly string[] {
  const guessed = guessZones(press.locale);
  return draft.zone === undefined || guessed.includes(draft.zone) ? guessed : [draft.zone, ...guessed];
}

function foundPage(draft: Draft, press: Press) {
  const zones = searchZones(press.fields['city'] ?? '');
  const line = zones.length === 0 ? wording.zone.nothing : wording.zone.found;
  return zonePage(draft, { zones, at: press.at, line });
}
