/** Every failure Nod expects, so that docs and tests can name them. */
export type NodErrorCode =
  | 'BAD_CONFIG'
  | 'BAD_TIMELINE'
  | 'DATABASE_DRIVER'
  | 'DATABASE_LOCKED'
  | 'DATABASE_CORRUPT'
  | 'DATABASE_ENCRYPTED'
  | 'DATABASE_KEY_WRONG'
  | 'DATABASE_NOT_ENCRYPTED'
  | 'DATABASE_NEWER'
  | 'DATABASE_UNREADABLE'
  | 'KEY_REFUSED'
  | 'DISCORD_TOKEN_REJECTED'
  | 'DISCORD_INTENTS_DISALLOWED'
  | 'DISCORD_UNREACHABLE'
  | 'DISCORD_PERMISSION_MISSING'
  | 'DIRECT_MESSAGES_CLOSED'
  | 'CHANNEL_UNKNOWN'
  | 'COMMAND_BROKEN'
  | 'FILE_UNREADABLE'
  | 'CANNOT_INVITE'
  | 'WRONG_PLACE'
  | 'NOT_SAVED'
  | 'NOT_YOURS';

/** A failure Nod expects: what happened in one sentence, and what to do about it in another. */
export class NodError extends Error {
  override readonly name = 'NodError';
  readonly code: NodErrorCode;
  /** What the reader can do, as one sentence. */
  readonly hint: string;

  constructor(code: NodErrorCode, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

/** The two sentences a person reads, never a stack. */
export function sayError(error: unknown): string {
  if (error instanceof NodError) return `${error.message} ${error.hint}`;
  return 'Something unexpected went wrong in Nod. Nothing was lost; try again, and tell whoever hosts it if it stays.';
}

/** What a log may say of a failure: its code or its name, never its message, which may quote what somebody wrote. */
export function codeOf(error: unknown): string {
  if (error instanceof NodError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
