import { texts } from '../../../src/texts/texts.ts';
import { A_WORRY, SPOKEN_PAST } from '../../support/runner-stage.ts';
import type { Name, Town } from './town.ts';

/** What is each one's own; if any of it is in an answer to somebody else, it was told. */
const OWN: Readonly<Partial<Record<Name, readonly string[]>>> = {
  ana: ['Azores', '03:05', '04:10', texts.mirror.me.gave.affection, A_WORRY],
  ben: [
    ...['Auckland', '12:35', '13:25', '14:35', '17:45', 'only-joking', 'pick-up', SPOKEN_PAST],
    ...[texts.mirror.me.gave.interest, texts.whisper.about.vulnerability, 'makes-sense'],
  ],
  dan: ['Nairobi', '01:05', texts.mirror.me.gave.attention],
  eve: ['Dubai', '02:15', texts.mirror.me.gave.request],
  fay: ['Lagos'],
};

/** Everything that an answer to this person may not hold: what others set and gave, who they are, where they meet. */
export function secretsFrom(name: Name, { people, channels }: Town): readonly string[] {
  const others = Object.entries(people).filter(([one]) => one !== name);
  const elsewhere = Object.entries(channels).filter(([place]) => !PLACES[name]?.includes(place));
  const told = Object.entries(OWN).flatMap(([one, own]) => (one === name ? [] : own));
  return [...others.map(([, id]) => String(id)), ...elsewhere.map(([, id]) => String(id)), ...told];
}

/** Where each of them belongs: a link to a message there is their own. */
const PLACES: Readonly<Partial<Record<Name, readonly string[]>>> = {
  ana: ['us'],
  ben: ['us'],
  dan: ['theirs'],
  eve: ['theirs'],
};
