import type { BidKind } from '../../src/domain/bid.ts';

/** What a partner says who answers, and reaches out, in Spanish; which kind it is, the writer of the line knows. */
export const SPANISH_ANSWERS = [
  'ay mi amor, qué alegría, cuéntamelo todo esta noche por favor',
  'lo siento mucho, mi vida, qué te ha pasado hoy',
  'claro que sí, ahora mismo lo hago y te aviso',
  'te quiero mucho',
  'qué bien, me alegro mucho por ti',
  'jajaja no me lo puedo creer, qué gracioso',
] as const;

export const SPANISH_PAST = [
  'hoy hay mucho tráfico en la calle mayor',
  'el fontanero viene mañana por la tarde a las cuatro',
  'ya he pagado la factura de la luz',
] as const;

export const SPANISH_BIDS: readonly { readonly kind: BidKind; readonly intensity: number; readonly says: string }[] = [
  { kind: 'good-news', intensity: 0.9, says: 'me han dado el trabajo, no me lo puedo creer, estoy tan contento' },
  { kind: 'vulnerability', intensity: 0.8, says: 'hoy ha sido un día horrible y me siento muy solo aquí' },
  { kind: 'affection', intensity: 0.6, says: 'te echo mucho de menos, no sabes cuánto' },
  { kind: 'request', intensity: 0.5, says: 'puedes llamar al casero antes de las cinco por favor' },
];
