import { DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { NodError } from '../../errors.ts';
import { texts } from '../../texts/texts.ts';

/** Close codes after which discord.js gives up on a shard but lets the process live on. */
const FATAL_CLOSES: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/** All of these say that no direct message will ever arrive there as things stand. */
const CLOSED_TO_US: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  // Documented by Discord without a name in the types: the two share no server any more.
  50278,
  RESTJSONErrorCodes.InvalidRecipients,
  RESTJSONErrorCodes.UnknownUser,
]);

export function isFatalClose(code: number): boolean {
  return FATAL_CLOSES.has(code);
}

/** A close of the gateway that will not heal by itself. */
export function nameClose(code: number, cause?: unknown): NodError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return tokenRejected(cause);
  if (code === GatewayCloseCodes.InvalidIntents || code === GatewayCloseCodes.DisallowedIntents) {
    return new NodError(
      'DISCORD_INTENTS_DISALLOWED',
      'Discord does not let this bot read messages.',
      'In the Discord developer portal open your application, then Bot, switch on "Message Content Intent" and start Nod again.',
      { cause },
    );
  }
  return unreachable(`Discord ended the connection for good (code ${code}).`, cause);
}

/** The failure in Nod's words, or the error itself where Nod has none for it. */
export function nameFailure(error: unknown): unknown {
  if (error instanceof NodError) return error;
  if (error instanceof DiscordAPIError) return nameRefusal(error);
  if (isInvalidToken(error)) return tokenRejected(error);
  if (error instanceof RateLimitError) return unreachable('Discord asks for long patience.', error);
  if (error instanceof HTTPError) return unreachable(`Discord answered with ${error.status}.`, error);
  if (isNetworkFailure(error)) return unreachable('Discord cannot be reached.', error);
  return error;
}

/** While Nod is let in, whatever else goes wrong is about the way there: a proxy, a sign-in page, a wrong address. */
export function nameRefusedEntry(error: unknown): NodError {
  const failure = nameFailure(error);
  if (failure instanceof NodError) return failure;
  return new NodError(
    'DISCORD_UNREACHABLE',
    'Discord did not answer as Discord does.',
    'Check the internet connection, and DISCORD_API_BASE where it is set.',
    { cause: error },
  );
}

export function unreachable(message: string, cause?: unknown): NodError {
  return new NodError(
    'DISCORD_UNREACHABLE',
    message,
    'Check the internet connection and discordstatus.com; Nod can be started again at any time.',
    { cause },
  );
}

/** The thing is gone; whoever wanted it gone, or changed, is content. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  return error.code === RESTJSONErrorCodes.UnknownMessage || error.code === RESTJSONErrorCodes.UnknownChannel;
}

export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}

export function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

export function isUnknownMember(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  return error.code === RESTJSONErrorCodes.UnknownMember || error.code === RESTJSONErrorCodes.UnknownUser;
}

/** What a log line may say about a failure: a code, never a sentence, an address or a body. */
export function codeOf(error: unknown): string {
  if (error instanceof NodError) return error.code;
  if (error instanceof DiscordAPIError) return `DISCORD_${error.code}`;
  return 'UNEXPECTED';
}

/** Waits for a call to Discord and names what goes wrong with it. */
export async function named<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw nameFailure(error);
  }
}

export function permissionMissing(permission: string, cause?: unknown): NodError {
  return new NodError(
    'DISCORD_PERMISSION_MISSING',
    texts.refusals.lackingOne.message(permission),
    texts.refusals.lackingOne.hint,
    { cause },
  );
}

function nameRefusal(error: DiscordAPIError): unknown {
  if (error.status === 401 && error.code !== RESTJSONErrorCodes.InvalidWebhookToken) return tokenRejected(error);
  if (CLOSED_TO_US.has(error.code)) {
    return new NodError(
      'DIRECT_MESSAGES_CLOSED',
      'Nod cannot send this person direct messages.',
      'They can allow direct messages in the privacy settings of the server.',
      { cause: error },
    );
  }
  if (error.code === RESTJSONErrorCodes.UnknownChannel) return channelUnknown(error);
  if (error.code === RESTJSONErrorCodes.MissingAccess) return permissionMissing('View Channel', error);
  if (error.code === RESTJSONErrorCodes.MissingPermissions) return permissionMissing('Send Messages', error);
  return error;
}

export function channelUnknown(cause?: unknown): NodError {
  return new NodError('CHANNEL_UNKNOWN', texts.refusals.channelUnknown.message, texts.refusals.channelUnknown.hint, {
    cause,
  });
}

export function tokenRejected(cause?: unknown): NodError {
  return new NodError(
    'DISCORD_TOKEN_REJECTED',
    'Discord refused the token.',
    'In the Discord developer portal open your application, then Bot → Reset Token, and put the new one into DISCORD_TOKEN in .env.',
    { cause },
  );
}

function isInvalidToken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
}

/** What fetch, the socket and their time limits throw. */
function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  return 'code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(error.code);
}
