import { z } from 'zod';

/** What the host decided about the judge; the setting names are those the client of every such server uses. */
export interface JudgeConfig {
  readonly url: string;
  readonly model: string;
  /** Servers on one's own machine know no keys. */
  readonly key?: string;
  /** Whether words may travel unencrypted off this machine. */
  readonly plain: boolean;
  readonly dailyTokens: { readonly total: number; readonly each: number };
  /** What a million tokens cost, in whatever money the host pays. */
  readonly price?: number;
}

/** The settings of the judge, in the order a host meets them; `config.ts` adds them to its own. */
export const JUDGE_SETTINGS = [
  {
    name: 'NOD_JUDGE',
    what: 'Whether a language model may give a second opinion, for couples who both agree to it. Read docs/judge.md first.',
    unset: { value: 'off' },
    example: 'off',
    must: 'one of on, off',
  },
  {
    name: 'OPENAI_BASE_URL',
    what: 'Where the judge answers: any server that speaks OpenAI’s chat completions. Only looked at with NOD_JUDGE=on.',
    unset: { value: 'https://api.openai.com/v1' },
    example: 'http://127.0.0.1:11434/v1',
    must: 'an http or https address without a name or a password in it',
  },
  {
    name: 'OPENAI_API_KEY',
    what: 'The key of that server, if it wants one. Nobody else may ever see it.',
    unset: { means: 'none is sent, as servers on your own machine need none' },
    example: 'paste-the-key-here',
    must: 'the bare key, without spaces or quotes',
  },
  {
    name: 'OPENAI_MODEL',
    what: 'The model that is asked, by the name its server knows it by. Needed with NOD_JUDGE=on.',
    unset: { means: 'there is no judge' },
    example: 'gpt-4o-mini',
    must: 'the name of a model, without spaces, where NOD_JUDGE is on',
  },
  {
    name: 'NOD_JUDGE_PLAIN',
    what: 'Whether words may travel to the judge unencrypted off this machine. Only within a network you trust.',
    unset: { value: 'off' },
    example: 'off',
    must: 'one of on, off',
  },
  {
    name: 'NOD_JUDGE_DAILY_TOKENS',
    what: 'Tokens the judge may cost in a day, all couples together. A question costs about 1,000.',
    unset: { value: '200000' },
    example: '200000',
    must: 'a whole number from 1 to 1000000000',
  },
  {
    name: 'NOD_JUDGE_DAILY_TOKENS_EACH',
    what: 'The same for each couple.',
    unset: { value: '100000' },
    example: '100000',
    must: 'a whole number from 1 to 1000000000',
  },
  {
    name: 'NOD_JUDGE_PRICE',
    what: 'What a million tokens cost you, the dearer of the two prices, so that Nod can say what it spends.',
    unset: { means: 'Nod says tokens, not money' },
    example: '0.60',
    must: 'a number, with a point',
  },
] as const;

type JudgeSettingName = (typeof JUDGE_SETTINGS)[number]['name'];

const MOST_TOKENS = 1_000_000_000;
const TOKENS = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_TOKENS));
const SWITCH = z.enum(['on', 'off']).default('off');
const BARE = z.string().regex(/^[^\s'"]+$/);

/** Read only when the judge is on: the OPENAI settings belong to other programs too, and none of them is Nod's to refuse. */
const VALUES = z
  .object({
    NOD_JUDGE: SWITCH,
    OPENAI_BASE_URL: z
      .url({ protocol: /^https?$/ })
      .refine((address) => new URL(address).username === '' && new URL(address).password === '')
      .default('https://api.openai.com/v1'),
    OPENAI_API_KEY: BARE.optional(),
    OPENAI_MODEL: BARE,
    NOD_JUDGE_PLAIN: SWITCH,
    NOD_JUDGE_DAILY_TOKENS: TOKENS.default(200_000),
    NOD_JUDGE_DAILY_TOKENS_EACH: TOKENS.default(100_000),
    NOD_JUDGE_PRICE: z
      .string()
      .regex(/^\d{1,6}(?:\.\d{1,4})?$/)
      .transform(Number)
      .optional(),
  } satisfies Record<JudgeSettingName, z.ZodType>)
  .transform(
    (read): JudgeConfig => ({
      url: read.OPENAI_BASE_URL,
      model: read.OPENAI_MODEL,
      ...(read.OPENAI_API_KEY !== undefined && { key: read.OPENAI_API_KEY }),
      plain: read.NOD_JUDGE_PLAIN === 'on',
      dailyTokens: Object.freeze({ total: read.NOD_JUDGE_DAILY_TOKENS, each: read.NOD_JUDGE_DAILY_TOKENS_EACH }),
      ...(read.NOD_JUDGE_PRICE !== undefined && { price: read.NOD_JUDGE_PRICE }),
    }),
  );

/** Undefined while the judge is off; else what zod makes of its settings. */
export function readJudgeConfig(given: Readonly<Record<string, string | undefined>>) {
  const isOn = SWITCH.safeParse(given['NOD_JUDGE']);
  return isOn.success && isOn.data === 'off' ? undefined : VALUES.safeParse(given);
}
