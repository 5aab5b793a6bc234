import { describe, expect, it } from 'vitest';
import { command } from '../../commands/sign.ts';
import { ask, createAsker } from '../support/asker.ts';
import { cardOf } from '../support/pressing.ts';

async function answer(emoji: string | undefined, life: Parameters<typeof createAsker>[0] = {}) {
  const nod = createAsker(life);
  const { text } = cardOf(await command.run(ask(emoji === undefined ? {} : { emoji }), nod));
  return { text, changes: nod.changes };
}

describe('/nod sign', () => {
  it('says how to choose one where there is none, and what it means where there is', async () => {
    expect((await answer(undefined)).text).toContain('You two have no sign yet.');
    expect((await answer(undefined, { sign: '🫖' })).text).toContain('The sign of you two is 🫖.');
  });

  it.each(['🫖', '🕯️', '🕯', '👩‍🚀', '🇳🇿'])('takes %s', async (emoji) => {
    const { text, changes } = await answer(` ${emoji} `);

    expect(changes).toEqual([{ do: 'sign', emoji }]);
    expect(text).toContain(`${emoji} is now the sign of you two`);
  });

  it.each(['tea', '🫖🫖', '<:tea:112233445566778899>', '1', '🫖 later', 'x'.repeat(4_000)])(
    'says how to write it instead of %s',
    async (emoji) => {
      const { text, changes } = await answer(emoji);

      expect(text).toBe('Please give one emoji that Discord has for everyone, such as 🫖, or `none`.');
      expect(changes).toEqual([]);
    },
  );

  it.each(['❤️', '❤', '♥️', '🩷', '👍', '👍🏽', '👎', '😭'])(
    'takes none that says something already: %s',
    async (emoji) => {
      const { text, changes } = await answer(emoji);

      expect(text).toContain('already says something');
      expect(changes).toEqual([]);
    },
  );

  it('gives it up', async () => {
    const { text, changes } = await answer('None', { sign: '🫖' });

    expect(changes).toEqual([{ do: 'sign', emoji: undefined }]);
    expect(text).toBe('You two have no sign any more.');
  });

  it('is for people who have begun', async () => {
    expect((await answer('🫖', { settings: 'none' })).text).toContain('Nod has not begun for you.');
  });
});
