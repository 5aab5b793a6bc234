import { answers, type Behaviour, breaksOff, json, StandIn, says } from '../../judges/openai/stand-in.ts';

/** A judge on this machine that has a bad day: half of the time it fails, with what it was asked in its mouth. */
export interface WatchedJudge {
  readonly url: string;
  questions(): number;
  /** All that it was shown so far. */
  shown(): string;
  /** How often it was asked while one of the two wanted no judge. */
  unwanted(): number;
  stop(): Promise<void>;
}

const fails: Behaviour = (got, response) => json(500, { error: { message: JSON.stringify(got.body) } })(got, response);
const babbles: Behaviour = (got, response) => says(`about ${JSON.stringify(got.body.messages)}`)(got, response);
/** Never five failures in a row, or it would be left alone. Source: `limits.ts`. */
const BEHAVIOURS: readonly Behaviour[] = [answers(), fails, answers({ kind: 'good-news' }), babbles, breaksOff];

/** Started, and asked about by whoever is told its address. */
export async function startWatchedJudge(bothWant: () => boolean): Promise<WatchedJudge> {
  const standIn = new StandIn();
  let unwanted = 0;
  standIn.always = (got, response) => {
    if (!bothWant()) unwanted += 1;
    BEHAVIOURS[standIn.got.length % BEHAVIOURS.length]?.(got, response);
  };
  await standIn.start();
  return {
    url: standIn.url,
    questions: () => standIn.got.length,
    shown: () => JSON.stringify(standIn.got.map(({ body }) => body)),
    unwanted: () => unwanted,
    stop: () => standIn.stop(),
  };
}
