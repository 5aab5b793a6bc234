import { describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.ts';
import { NodError } from '../src/errors.ts';

const refusal = (env: Record<string, string>): NodError => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof NodError) return error;
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(env)}`);
};

describe('readConfig', () => {
  it('needs nothing at all', () => {
    const config = readConfig({});

    expect(config).toEqual({
      guilds: [],
      database: 'data/nod.sqlite',
      hostName: 'whoever hosts Nod',
      language: 'en',
      encoder: 'on',
      supportCard: 'off',
      logLevel: 'info',
    });
  });

  it('reads every setting', () => {
    const config = readConfig({
      DISCORD_TOKEN: ' abc.def ',
      DISCORD_API_BASE: 'http://127.0.0.1:8080/api',
      NOD_GUILDS: '112233445566778899, 998877665544332211,',
      NOD_DATABASE: '/var/lib/nod.sqlite',
      NOD_DB_KEY: ' correct horse battery staple ',
      NOD_HOST_NAME: 'Sam',
      NOD_LANGUAGE: 'pt-BR',
      NOD_ENCODER: 'off',
      NOD_SUPPORT_CARD: 'read-the-page',
      NOD_JUDGE: 'on',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
      OPENAI_API_KEY: 'sk-abc',
      OPENAI_MODEL: 'llama3.1:8b',
      NOD_JUDGE_PLAIN: 'on',
      NOD_JUDGE_DAILY_TOKENS: '5000',
      NOD_JUDGE_DAILY_TOKENS_EACH: '2500',
      NOD_JUDGE_PRICE: '0.60',
      NOD_LOG_LEVEL: 'debug',
    });

    expect(config).toEqual({
      discordToken: 'abc.def',
      discordApiBase: 'http://127.0.0.1:8080/api',
      guilds: ['112233445566778899', '998877665544332211'],
      database: '/var/lib/nod.sqlite',
      databaseKey: 'correct horse battery staple',
      hostName: 'Sam',
      language: 'pt-BR',
      encoder: 'off',
      supportCard: 'read-the-page',
      judge: {
        url: 'http://127.0.0.1:11434/v1',
        key: 'sk-abc',
        model: 'llama3.1:8b',
        plain: true,
        dailyTokens: { total: 5000, each: 2500 },
        price: 0.6,
      },
      logLevel: 'debug',
    });
  });

  it('takes a blank line of .env as not set', () => {
    const blank = Object.fromEntries(SETTINGS.map((setting) => [setting.name, ' ']));

    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig({ NOD_GUILDS: '112233445566778899' });

    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.guilds)).toBe(true);
  });

  it.each(SETTINGS.filter((setting) => !('ownOnly' in setting) && !/JUDGE|OPENAI/.test(setting.name)))(
    'accepts its own example for $name',
    ({ name, example }) => {
      expect(Object.values(readConfig({ [name]: example })).flat()).toContain(example);
    },
  );

  it.each([
    ['DISCORD_API_BASE', 'localhost:8080'],
    ['DISCORD_API_BASE', 'ftp://127.0.0.1/api'],
    ['NOD_GUILDS', 'our server'],
    ['NOD_GUILDS', '112233445566778899 998877665544332211'],
    ['NOD_DATABASE', 'postgres://localhost/nod'],
    ['NOD_DATABASE', '~/nod.sqlite'],
    ['NOD_DATABASE', ':memory:'],
    ['NOD_DATABASE', 'file:nod.sqlite'],
    ['NOD_DATABASE', 'elsewhere/'],
    ['NOD_HOST_NAME', 'x'.repeat(61)],
    ['NOD_HOST_NAME', 'Sam\nand friends'],
    ['NOD_LANGUAGE', '../secrets'],
    ['NOD_LANGUAGE', 'English'],
    ['NOD_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one sentence with an example, never repeating the value', (name, value) => {
    const { code, message } = refusal({ [name]: value });

    expect(code).toBe('BAD_CONFIG');
    expect(message).toMatch(new RegExp(`^${name} must be .*, for example ${name}=\\S+\\.$`));
    expect(message).not.toContain(value);
  });

  it.each(['Bot abc.def', '"abc.def"', 'paste-the-token-here'])(
    'refuses %s as a token, and does not repeat it',
    (token) => {
      const { code, message } = refusal({ DISCORD_TOKEN: token });

      expect(code).toBe('BAD_CONFIG');
      expect(message).toBe(
        'DISCORD_TOKEN must be the bare token of your own, not the example, without spaces or quotes.',
      );
    },
  );

  it.each([
    ['the example that everybody can read', SETTINGS.find(({ name }) => name === 'NOD_DB_KEY')?.example ?? ''],
    ['fifteen characters', `${'a'.repeat(14)}é`],
    ['more than 200 characters', 'a'.repeat(201)],
    ['a quotation mark', "it's a long passphrase"],
    ['what .env takes for a comment', 'a long passphrase #1'],
    ['what Docker takes for a variable', 'a long pa$phrase here'],
    ['what systemd takes for an escape', 'a long \\passphrase here'],
    ['a second line', 'a long passphrase\nwith more'],
  ])('refuses %s as a key of the database, and does not repeat it', (_, value) => {
    const { code, message } = refusal({ NOD_DB_KEY: value });

    expect(code).toBe('BAD_CONFIG');
    expect(message).toMatch(/^NOD_DB_KEY must be a passphrase of your own, not the example, 16 to 200 characters/);
    expect(message).not.toContain(value);
    expect(message).not.toContain('for example');
  });

  it.each(['sixteen, exactly', 'ключ из четырёх слов', 'x'.repeat(200)])('takes %s as a key of the database', (key) => {
    expect(readConfig({ NOD_DB_KEY: key }).databaseKey).toBe(key);
  });

  it('points a host who wants the self-harm card to the page to read first', () => {
    const { message } = refusal({ NOD_SUPPORT_CARD: 'on' });

    expect(message).toContain('the word at the end of docs/support-card.md');
    expect(message).not.toContain('read-the-page');
  });

  it('takes the examples of the judge as they stand', () => {
    const examples = SETTINGS.filter(({ name }) => /JUDGE|OPENAI/.test(name)).map(({ name, example }) => [
      name,
      example,
    ]);

    const { judge } = readConfig({ ...Object.fromEntries(examples), NOD_JUDGE: 'on' });

    expect(judge).toEqual({
      url: 'http://127.0.0.1:11434/v1',
      key: 'paste-the-key-here',
      model: 'gpt-4o-mini',
      plain: false,
      dailyTokens: { total: 200_000, each: 100_000 },
      price: 0.6,
    });
  });

  it('leaves the settings of other programs that ask models alone while there is no judge', () => {
    const { judge } = readConfig({ OPENAI_BASE_URL: 'nonsense', OPENAI_API_KEY: 'two words', OPENAI_MODEL: 'x' });

    expect(judge).toBeUndefined();
  });

  it.each([
    ['NOD_JUDGE', 'yes'],
    ['OPENAI_BASE_URL', 'localhost:11434'],
    ['OPENAI_BASE_URL', 'https://sam:secret@example.com/v1'],
    ['OPENAI_API_KEY', 'Bearer sk-abc'],
    ['OPENAI_MODEL', 'gpt 4'],
    ['OPENAI_MODEL', ''],
    ['NOD_JUDGE_PLAIN', 'true'],
    ['NOD_JUDGE_DAILY_TOKENS', '0'],
    ['NOD_JUDGE_DAILY_TOKENS', '1e6'],
    ['NOD_JUDGE_DAILY_TOKENS_EACH', '-5'],
    ['NOD_JUDGE_PRICE', '0,60'],
  ])('refuses %s=%s for a judge that is on, never repeating the value', (name, value) => {
    const { code, message } = refusal({ NOD_JUDGE: 'on', OPENAI_MODEL: 'm', [name]: value });

    expect(code).toBe('BAD_CONFIG');
    expect(message).toMatch(new RegExp(`^${name} must be .*, for example ${name}=\\S+\\.$`));
    if (value !== '' && value !== '0') expect(message).not.toContain(value);
  });

  it.each(['NOD_GUILD', 'nod_guilds'])('refuses %s, so that no slip of the pen opens Nod to any server', (name) => {
    const { code, message } = refusal({ [name]: '112233445566778899' });

    expect(code).toBe('BAD_CONFIG');
    expect(message).toMatch(new RegExp(`^${name} is not a setting Nod has; there are .*NOD_GUILDS`));
  });

  it('leaves the settings of other programs alone', () => {
    expect(() => readConfig({ PATH: '/bin', NODE_ENV: 'test', DISCORD_CLIENT: 'x' })).not.toThrow();
  });
});
