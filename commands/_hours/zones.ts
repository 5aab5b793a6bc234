import { isZone, minuteOfDay } from '../../src/domain/availability.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { CardRow, Modal, Select } from '../../src/ports/card.ts';
import { texts } from '../../src/texts/texts.ts';
import { sayMinute, sayZone } from '../../src/texts/times.ts';

/** Likely zones by the region of a person's language, most people first; our choice. */
const BY_REGION: Readonly<Record<string, readonly string[]>> = {
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  GB: ['Europe/London', 'Europe/Dublin'],
  DE: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  FR: ['Europe/Paris', 'Europe/Brussels', 'America/Toronto'],
  ES: ['Europe/Madrid', 'Atlantic/Canary'],
  IT: ['Europe/Rome'],
  NL: ['Europe/Amsterdam', 'Europe/Brussels'],
  PL: ['Europe/Warsaw'],
  PT: ['Europe/Lisbon'],
  BR: ['America/Sao_Paulo', 'America/Manaus', 'America/Fortaleza', 'America/Recife'],
  '419': ['America/Mexico_City', 'America/Bogota', 'America/Lima', 'America/Santiago', 'America/Buenos_Aires'],
  SE: ['Europe/Stockholm'],
  NO: ['Europe/Oslo'],
  DK: ['Europe/Copenhagen'],
  FI: ['Europe/Helsinki'],
  CZ: ['Europe/Prague'],
  GR: ['Europe/Athens'],
  RO: ['Europe/Bucharest'],
  RU: ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk'],
  UA: ['Europe/Kyiv', 'Europe/Kiev'],
  TR: ['Europe/Istanbul'],
  IN: ['Asia/Kolkata', 'Asia/Calcutta'],
  JP: ['Asia/Tokyo'],
  KR: ['Asia/Seoul'],
  CN: ['Asia/Shanghai'],
  TW: ['Asia/Taipei'],
  TH: ['Asia/Bangkok'],
  VN: ['Asia/Ho_Chi_Minh', 'Asia/Saigon'],
  ID: ['Asia/Jakarta'],
};

/** Offered to everybody after the likely ones: many leave their app in English. */
const WORLD = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** Names people type that older systems list under a former one only. */
const MODERN_NAMES = ['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv', 'UTC'];

/** A select shows at most 25; fewer are easier to read. */
const MOST_GUESSED = 12;
const MOST_FOUND = 25;

/** A short list of zones guessed from the language of the person's app. */
export function guessZones(locale: string): readonly string[] {
  const likely = BY_REGION[regionOf(locale)] ?? [];
  return [...new Set([...likely, ...WORLD])].filter(isZone).slice(0, MOST_GUESSED);
}

/** Zones whose name holds what was typed, cities that begin with it first. */
export function searchZones(typed: string): readonly string[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const all = [...new Set([...Intl.supportedValuesOf('timeZone'), ...MODERN_NAMES])].filter(isZone);
  const found = all.filter((zone) => plain(zone).includes(wanted));
  const begins = (zone: string) => plain(zone.split('/').at(-1) ?? '').startsWith(wanted);
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))].slice(0, MOST_FOUND);
}

/** The select that offers zones, and the button that opens a search. */
export function zoneRows(
  target: { readonly path: string; readonly id?: string },
  zones: readonly string[],
  { at, chosen }: { readonly at: Instant; readonly chosen?: string | undefined },
): readonly CardRow[] {
  const choices: Select['choices'] = zones.map((zone) => ({
    label: sayZone(zone),
    value: zone,
    hint: texts.consent.zone.now(sayMinute(minuteOfDay(at, zone))),
    ...(zone === chosen ? { chosen: true } : {}),
  }));
  const select: Select = { ...target, action: 'picked', placeholder: texts.consent.zone.placeholder, choices };
  const search = { buttons: [{ ...target, label: texts.consent.zone.other, action: 'other' }] };
  return choices.length === 0 ? [search] : [{ select }, search];
}

/** The form that asks for a city to search by. */
export function zoneModal(target: { readonly path: string; readonly id?: string }): Modal {
  const { title, field, example } = texts.consent.zone;
  return {
    ...target,
    action: 'search',
    title,
    fields: [{ name: 'city', label: field, placeholder: example, required: true, longest: 40 }],
  };
}

function regionOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? '';
  } catch {
    return ''; // An unknown language tells nothing about the place.
  }
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
