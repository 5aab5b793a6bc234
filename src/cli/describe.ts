import type { BidResponse } from '../domain/bid-response.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Trace } from '../engine/effects.ts';

/** Traces as sentences, for replay and the demonstration. Cue ids appear here, never in what a partner reads. */

export type NameOf = (id: PartnerId) => string;

export function describeTrace(trace: Trace, nameOf: NameOf): string | undefined {
  switch (trace.saw) {
    case 'reading':
      return describeReading(trace, nameOf);
    case 'response':
      return describeResponse(trace, nameOf);
    case 'opinion':
      if (trace.reply) return `The judge takes the reply for ${trace.reply.turn}`;
      return `The judge hears ${trace.bid ? `${trace.bid.kind} (confidence ${percent(trace.bid.confidence)})` : 'none'}`;
    case 'silence':
      return `${silenceOf(trace, nameOf)}: ${trace.gate}, ${trace.because}`;
  }
}

function silenceOf({ to, kind, reason }: Extract<Trace, { saw: 'silence' }>, nameOf: NameOf): string {
  return `Nod stays silent towards ${nameOf(to)} about ${kind} (${reason})`;
}

function describeReading(
  { by, reading, unread }: Extract<Trace, { saw: 'reading' }>,
  nameOf: NameOf,
): string | undefined {
  const { bid, harshness, risk, tender } = reading;
  const heard = [
    unread && 'a language it cannot read, and leaves that alone',
    bid &&
      `${bid.kind} (intensity ${percent(bid.intensity)}, confidence ${percent(bid.confidence)}: ${bid.because.join(', ')})`,
    harshness && `harshness: ${harshness.kind} (${percent(harshness.confidence)})`,
    risk && `risk: ${risk.kind} (${percent(risk.confidence)}); Nod rests`,
    tender && 'a tender moment; Nod stays out of it',
  ].filter((part) => part !== undefined && part !== false);
  return heard.length === 0 ? undefined : `Nod hears from ${nameOf(by)}: ${heard.join('; ')}`;
}

function describeResponse({ bid, response }: Extract<Trace, { saw: 'response' }>, nameOf: NameOf): string {
  const what = `${nameOf(bid.by)}’s ${bid.kind}`;
  if (!response) return `${what} counts nowhere`;
  return `${what} ${describeOutcome(response)}`;
}

function describeOutcome(response: BidResponse): string {
  switch (response.turn) {
    case 'toward':
      return `was answered: ${['toward', response.energy, response.style, tookText(response)].filter(Boolean).join(', ')}`;
    case 'against':
      return `was answered: ${['against', response.style, tookText(response)].filter(Boolean).join(', ')}`;
    case 'away':
      return response.style === undefined ? 'was passed by' : `was passed by, ${response.style}`;
    case 'unanswered':
      return 'went unanswered';
  }
}

function tookText({ latency }: Extract<BidResponse, { turn: 'toward' | 'against' }>): string {
  if (!latency) return 'time not known';
  return `after ${durationText(latency.latencySeconds)}`;
}

/** Seconds as `45s`, `4m`, `2h 5m`, as golden chats write them. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m ${seconds % 60}s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)}h` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
