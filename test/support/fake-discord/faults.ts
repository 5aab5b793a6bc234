/** A REST call that Discord answers with something other than what was asked for. */
export interface Fault {
  /** Found in or matched against `METHOD /path`, such as `POST /channels/42/messages`. */
  readonly match: string | RegExp;
  /** How many calls it hits; default one. */
  readonly times?: number;
  readonly how: FaultKind;
  /** How long the bot is told to wait, for 429; short unless told otherwise, so that tests may wait it out. */
  readonly retryAfterSeconds?: number;
  /** The call takes effect first and only its answer is lost; for `hang`, `reset` and 503. */
  readonly afterEffect?: true;
}

export type FaultKind =
  | 50007
  | 50278
  | 50013
  | 50001
  | 10003
  | 10008
  | 10062
  | 40060
  | 50035
  | 401
  | 429
  | 503
  | 'hang'
  | 'reset';

/** An answer that is not a success, with Discord's own code in it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

// Source: Discord API reference, "JSON error codes".
const REFUSALS = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
} as const satisfies Record<number, readonly [number, string]>;

export type RefusalCode = keyof typeof REFUSALS;

export function refuse(code: RefusalCode, detail?: string): Refusal {
  const [status, message] = REFUSALS[code];
  return new Refusal(status, code, detail === undefined ? message : `${message}: ${detail}`);
}

/** The faults a test has asked for, each with the calls it still has to hit. */
export class Faults {
  readonly #armed: { readonly fault: Fault; left: number }[] = [];

  arm(fault: Fault): void {
    this.#armed.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault for this call, oldest first; it is used up by one. */
  take(call: string): Fault | undefined {
    const hit = this.#armed.find(({ fault, left }) => left > 0 && matches(fault.match, call));
    if (hit === undefined) return undefined;
    hit.left -= 1;
    return hit.fault;
  }

  clear(): void {
    this.#armed.length = 0;
  }
}

function matches(match: string | RegExp, call: string): boolean {
  return typeof match === 'string' ? call.includes(match) : match.test(call);
}
