import { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

/** Why there is no opinion. A word of ours each, since what a server or the client says may quote the chat. */
export type NoAnswerCode =
  | 'key-refused'
  | 'model-unknown'
  | 'not-understood'
  | 'busy'
  | 'server-broken'
  | 'unreachable'
  | 'redirected'
  | 'timed-out'
  | 'called-off'
  | 'not-an-answer'
  | 'too-long'
  | 'cut-off'
  | 'declined'
  | 'off-schema'
  | 'out-of-budget'
  | 'resting';

/** The one failure a judge knows inside; it keeps neither a cause nor a message of others. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: NoAnswerCode;
  /** How long the server asked to be left alone. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: NoAnswerCode, retryAfterSeconds?: number) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Names whatever went wrong on the way, dropping all it says. */
export function noAnswerFrom(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return new NoAnswer('timed-out');
  if (error instanceof APIError && typeof error.status === 'number') {
    return new NoAnswer(codeOfStatus(error.status), retryAfter(error.headers));
  }
  if (error instanceof SyntaxError) return new NoAnswer('not-an-answer');
  return new NoAnswer(codeWithin(error) ?? 'unreachable');
}

/** The client wraps what our own bounds threw while an answer was read. */
function codeWithin(error: unknown): NoAnswerCode | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NoAnswer) return cause.code;
    if (cause.name === 'AbortError') return 'timed-out';
  }
  return undefined;
}

function codeOfStatus(status: number): NoAnswerCode {
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'key-refused';
  if (status === 404) return 'model-unknown';
  if (status === 408 || status === 504) return 'timed-out';
  if (status === 429) return 'busy';
  return status >= 500 ? 'server-broken' : 'not-understood';
}

/** In seconds only: a date would need a clock that agrees with the server's. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Whether the same question may well be answered a moment later. */
export function isPassing({ code }: NoAnswer): boolean {
  return code === 'busy' || code === 'server-broken' || code === 'unreachable';
}
