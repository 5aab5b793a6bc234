import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { boundedFetch } from './bounded-fetch.ts';
import type { Endpoint } from './endpoint.ts';
import { NoAnswer, noAnswerFrom } from './failures.ts';

/** A question as it is sent: instructions and chat never share a message. */
export interface Asking {
  readonly instructions: string;
  readonly chat: string;
  readonly schema: z.ZodType;
}

/** One model behind an endpoint that speaks OpenAI's chat completions. */
export interface Chat {
  /** What the model wrote. Rejects with NoAnswer. */
  ask(asking: Asking, call: Call): Promise<string>;
}

export interface Call {
  readonly signal: AbortSignal;
  /** Hears of every request, and of the tokens of those that were answered. */
  readonly meter: { called(): void; paid(tokens: number): void };
}

export interface ChatTerms {
  readonly endpoint: Endpoint;
  readonly model: string;
  /** Local servers know no keys. */
  readonly key?: string | undefined;
}

/** How exactly a server can be told the shape of an answer, the strictest first. */
const MANNERS = ['schema', 'json', 'bare'] as const;
type Manner = (typeof MANNERS)[number];

/** Three times what an answer takes; what a model thinks aloud beyond it is cut off, and that is no opinion. */
const MOST_ANSWER_TOKENS = 400;
/** An answer has some sixty characters; prose around it may have more. Our choice. */
const LONGEST_CONTENT = 8_000;
/** No honest count of our questions comes near it; what a server claims beyond is not believed. */
const MOST_TOKENS = 100_000;

/** What is looked at of a completion. The client does not check what a server sends. */
const COMPLETION = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});
const USAGE = z.object({ usage: z.object({ total_tokens: z.int().min(1).max(MOST_TOKENS) }) });

export function createChat({ endpoint, model, key }: ChatTerms): Chat {
  const client = createClient(endpoint, key);
  let manner: Manner = 'schema';

  async function post(asking: Asking, how: Manner, { signal, meter }: Call): Promise<string> {
    if (signal.aborted) throw new NoAnswer('timed-out'); // also between one manner and the next
    meter.called();
    try {
      const completion: unknown = await client.chat.completions.create(
        { model, ...request(asking, how, endpoint) },
        { signal },
      );
      meter.paid(tokensOf(completion, asking));
      return contentOf(completion);
    } catch (error) {
      throw signal.aborted ? new NoAnswer('timed-out') : noAnswerFrom(error);
    }
  }

  return {
    async ask(asking, call) {
      for (const how of MANNERS.slice(MANNERS.indexOf(manner))) {
        try {
          const content = await post(asking, how, call);
          manner = how; // remembered once it was answered, so that a passing refusal loosens nothing
          return content;
        } catch (error) {
          if (how === 'bare' || !(error instanceof NoAnswer) || error.code !== 'not-understood') throw error;
        }
      }
      throw new NoAnswer('not-understood');
    },
  };
}

function createClient({ url }: Endpoint, key: string | undefined): OpenAI {
  return new OpenAI({
    baseURL: url,
    apiKey: key ?? 'none', // the client insists on one
    // Everything the client would otherwise read from the environment by itself.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off', // its log holds requests
    maxRetries: 0, // limits.ts repeats
    fetch: boundedFetch,
  });
}

type Request = Omit<ChatCompletionCreateParamsNonStreaming, 'model'>;

function request(asking: Asking, how: Manner, endpoint: Endpoint): Request {
  const { instructions, chat } = asking;
  const messages = [
    { role: 'system' as const, content: instructions },
    { role: 'user' as const, content: chat },
  ];
  return { messages, ...dialectOf(endpoint, how), ...formatOf(asking, how) };
}

/**
 * OpenAI's own newer models refuse `max_tokens` and any temperature; other servers know only these. Kept nowhere:
 * `store` is left out only where a server has refused every request that held more than the bare words.
 */
function dialectOf({ host }: Endpoint, how: Manner): Partial<Request> {
  if (host === 'api.openai.com' || host.endsWith('.api.openai.com')) {
    return { store: false, max_completion_tokens: MOST_ANSWER_TOKENS };
  }
  if (how === 'bare') return { max_tokens: MOST_ANSWER_TOKENS };
  return { store: false, max_tokens: MOST_ANSWER_TOKENS, temperature: 0 };
}

function formatOf({ schema }: Asking, how: Manner): Partial<Request> {
  switch (how) {
    case 'schema': {
      const { $schema: _, ...shape } = z.toJSONSchema(schema);
      return {
        response_format: { type: 'json_schema', json_schema: { name: 'opinion', strict: true, schema: shape } },
      };
    }
    case 'json':
      return { response_format: { type: 'json_object' } };
    case 'bare':
      return {};
  }
}

function contentOf(completion: unknown): string {
  const read = COMPLETION.safeParse(completion);
  if (!read.success) throw new NoAnswer('not-an-answer');
  const [choice] = read.data.choices;
  const { content, refusal } = choice?.message ?? {};
  if (refusal || choice?.finish_reason === 'content_filter') throw new NoAnswer('declined');
  if (choice?.finish_reason === 'length') throw new NoAnswer('cut-off');
  if (!content) throw new NoAnswer('not-an-answer');
  if (content.length > LONGEST_CONTENT) throw new NoAnswer('too-long');
  return content;
}

function tokensOf(completion: unknown, asking: Asking): number {
  const read = USAGE.safeParse(completion);
  return read.success ? read.data.usage.total_tokens : guessTokens(asking);
}

/** English has about four characters a token; three guesses rather too many. */
const CHARACTERS_A_TOKEN = 3;

/** What a question will cost at most, more or less. */
export function guessTokens({ instructions, chat }: Pick<Asking, 'instructions' | 'chat'>): number {
  return Math.ceil((instructions.length + chat.length) / CHARACTERS_A_TOKEN) + MOST_ANSWER_TOKENS;
}
