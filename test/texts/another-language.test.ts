import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NodError } from '../../src/errors.ts';
import { loadLanguage } from '../../src/load-language.ts';
import { catalogue as english } from '../../src/texts/en/catalogue.ts';
import { countingIn } from '../../src/texts/plural.ts';
import { speak, texts } from '../../src/texts/texts.ts';
import { ask, createAsker } from '../support/asker.ts';
import { buttonsOf, cardOf } from '../support/pressing.ts';

const OURS = new URL('../../src/texts/', import.meta.url);
const TRIED = new URL('./languages/', import.meta.url);

afterEach(() => speak(english));

describe('another language', () => {
  it('is a folder with a catalogue, and every command speaks it', async () => {
    vi.resetModules();
    const { speak: speakAnew } = await import('../../src/texts/texts.ts');
    speakAnew(await loadLanguage('pl', TRIED));
    const { command } = await import('../../commands/home.ts');

    const card = cardOf(await command.run(ask(), createAsker()));

    expect(card.text).toContain('Widzisz to tylko Ty');
    expect(buttonsOf(card).map(({ label }) => label)).toContain('Moje lustro');
  });

  it('says a count in each of its own forms', async () => {
    speak(await loadLanguage('pl', TRIED));

    const said = [1, 2, 5, 22].map((minutes) => texts.times.duration(minutes * 60));

    expect(said).toEqual(['1 minuta', '2 minuty', '5 minut', '22 minuty']);
  });

  it.each(['xx', 'support', '..'])(
    'that is no folder with a catalogue (%s) is refused, and those there are named',
    async (code) => {
      const refused = await loadLanguage(code, OURS).catch((error: unknown) => error);

      expect(refused).toBeInstanceOf(NodError);
      expect(refused).toMatchObject({ code: 'BAD_CONFIG', hint: expect.stringContaining('Nod speaks en;') });
    },
  );

  it('whose file holds no catalogue is refused in a sentence that says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nod-languages-'));
    mkdirSync(join(folder, 'xx'));
    writeFileSync(join(folder, 'xx', 'catalogue.js'), '');

    const refused = await loadLanguage('xx', pathToFileURL(`${folder}/`)).catch((error: unknown) => error);

    expect(refused).toMatchObject({
      code: 'BAD_CONFIG',
      message: 'The catalogue of xx exports nothing by the name of “catalogue”.',
    });
    rmSync(folder, { recursive: true });
  });

  it('that lacks a part is refused, and the part is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nod-languages-'));
    mkdirSync(join(folder, 'xx'));
    const { home: _, ...rest } = english;
    const parts = Object.keys(rest).map((part) => `${part}: {}`);
    writeFileSync(join(folder, 'xx', 'catalogue.js'), `export const catalogue = { ${parts.join(', ')} };`);

    const refused = await loadLanguage('xx', pathToFileURL(`${folder}/`)).catch((error: unknown) => error);

    expect(refused).toMatchObject({ code: 'BAD_CONFIG', message: 'The catalogue of xx lacks home.' });
    rmSync(folder, { recursive: true });
  });

  it('is English unless another was chosen', async () => {
    const loaded = await loadLanguage('en', OURS);

    expect(loaded.home).toEqual(english.home);
    expect(texts).toBe(english);
  });
});

describe('counting', () => {
  it('refuses forms that the language does not have, or lacks', () => {
    expect(() => countingIn('en', ['one', 'few', 'other'])).toThrow('en counts in');
    expect(() => countingIn('ar', ['one', 'other'])).toThrow(RangeError);
  });

  it('writes a number as the language does', () => {
    const inGerman = countingIn('de', ['one', 'other']);

    expect(inGerman(1_000, { one: '# Tag', other: '# Tage' })).toBe('1.000 Tage');
  });
});
