import type { PersonId } from '../../../src/domain/ids.ts';
import type { FormFields } from '../../support/fake-discord/forms.ts';
import type { Stage } from './stage.ts';

/** What somebody types into the two forms of the consent card before they choose from what is offered. */
export interface Typed {
  readonly city: string;
  readonly hours: FormFields;
  /** Where they live, and the zone of it that they choose; Berlin, when absent. */
  readonly home?: { readonly city: string; readonly zone: string };
}

const BERLIN = { city: 'Berlin', zone: 'Europe/Berlin' };

/** Asks with `/nod start`; gives the public card. */
export async function invite({ discord, ana, ben, channel, ask }: Stage): Promise<string> {
  await ask(ana, 'start', { partner: ben });
  const card = discord.messages(channel).findLast(({ author }) => author.id === discord.bot);
  if (card === undefined) throw new Error('No card was posted.');
  return card.id;
}

/** Goes through every page of the card and agrees, with every reason ticked. */
export async function consent({ discord, press, settled }: Stage, by: PersonId, card: string, typed: Typed) {
  const { home = BERLIN } = typed;
  const submit = async (form: string | undefined, fields: FormFields) => {
    const shown = await discord.shown(await discord.submit(by, form ?? '', fields));
    await settled();
    return shown;
  };
  const about = await press(by, card, 'Choose privately');
  const kept = await press(by, about.id, 'Next');
  const zones = await press(by, kept.id, 'Next');
  for (const city of [typed.city, home.city]) {
    const search = await discord.press(by, zones.id, 'Other…');
    await submit(search.modal?.custom_id, { city });
  }
  const hours = await discord.shown(await discord.choose(by, zones.id, /^start:picked:/, [home.zone]));
  const change = await discord.press(by, hours, 'Change these');
  await submit(change.modal?.custom_id, typed.hours);
  const ticks = await press(by, hours.id, 'Next');
  const reasons = ['passed-over', 'silence', 'promise', 'typing'];
  const ticked = await discord.shown(await discord.choose(by, ticks.id, /^start:tick:/, reasons));
  const adult = await press(by, ticked.id, /18 or older/);
  await press(by, adult.id, 'I agree');
}
