import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../commands/ask.ts';
import { renderCard } from '../../src/platforms/discord/cards.ts';
import { createAsker, type Life, NOW } from '../support/asker.ts';
import { cardOf, modalOf, press, pressFrom, pressLabel } from '../support/pressing.ts';

type Typed = { readonly happened?: string; readonly feel?: string; readonly wish?: string };

async function answerTo(typed: Typed): Promise<string> {
  const form = modalOf(await command.run());
  return cardOf(await press(command, form, { nod: createAsker(), fields: { ...typed } })).text;
}

/** What stands in the block to copy. */
async function linesFor(typed: Typed): Promise<readonly string[]> {
  const text = await answerTo(typed);
  const [, inside = 'nothing to copy', ...more] = text.split('```');
  expect(more, text).toHaveLength(1);
  return inside.trim().split('\n');
}

describe('/nod ask', () => {
  it('opens a form of three openings, none of which has to be filled in', async () => {
    const form = modalOf(await command.run());

    expect(form.fields.map(({ label }) => label)).toEqual([
      'What happened (if you want to tell)',
      'How I feel',
      "What I'd like",
    ]);
    expect(form.fields.some(({ required }) => required)).toBe(false);
    expect(form.fields[2]?.placeholder).toBe('to be listened to · a hug or company · ideas · some time alone');
  });

  it('makes a few plain lines of it, to be changed and sent by oneself', async () => {
    const text = await answerTo({ happened: 'my boss shouted at me', feel: 'small', wish: 'a hug or company' });

    expect(text).toContain("```\nmy boss shouted at me.\nI feel small.\nI'd like a hug or company.\n```");
    expect(text).toContain('Copy this, change it until it sounds like you, and send it yourself');
    expect(text).toContain('Nod sends it to nobody and keeps nothing of it.');
  });

  it.each<[keyof Typed, string, string]>([
    ['feel', 'sad and tired', 'I feel sad and tired.'],
    ['feel', 'i feel sad', 'i feel sad.'],
    ['feel', "I'm so angry!!", "I'm so angry!!"],
    ['feel', 'im fine, i think', 'im fine, i think.'],
    ['feel', 'like nobody sees me', 'I feel like nobody sees me.'],
    ['feel', 'feeling low', 'feeling low.'],
    ['feel', 'ill', 'I feel ill.'],
    ['wish', 'to be listened to', "I'd like to be listened to."],
    ['wish', 'some time alone', "I'd like some time alone."],
    ['wish', 'ideas', "I'd like ideas."],
    ['wish', 'no advice, please', "I'd like no advice, please."],
    ['wish', 'I would love a walk', 'I would love a walk.'],
    ['wish', 'can you hold me for a bit', 'can you hold me for a bit.'],
    ['wish', 'you here?', 'you here?'],
    ['wish', 'just listen', "What I'd like: just listen."],
    ['happened', 'they called off the trip 😞', 'they called off the trip 😞'],
    ['happened', 'so many things…', 'so many things…'],
    ['happened', '今日は大変だった。', '今日は大変だった。'],
  ])('puts %s “%s” as “%s”', async (name, typed, line) => {
    expect(await linesFor({ [name]: typed })).toEqual([line]);
  });

  it('says nothing about what was left out', async () => {
    expect(await linesFor({ feel: '  ', wish: 'ideas' })).toEqual(["I'd like ideas."]);
  });

  it.each([
    ['no field at all', {}],
    ['empty fields', { happened: '', feel: '', wish: '' }],
    ['spaces and empty lines', { happened: ' \n\t ', feel: '\u3000', wish: '\r\n' }],
    ['what cannot be seen', { happened: '\u200B\u200D', feel: '\u2800\u3164', wish: '\u0000\uD800' }],
  ])('asks for a few words after %s, and offers the form again', async (_what, typed: Typed) => {
    const answer = await press(command, modalOf(await command.run()), { nod: createAsker(), fields: { ...typed } });

    const again = await pressLabel(command, cardOf(answer), { label: 'Begin again', nod: createAsker() });

    expect(cardOf(answer).text).toMatch(/^There was nothing to put together yet\./);
    expect(modalOf(again)).toEqual(modalOf(await command.run()));
  });
});

describe('what is typed into /nod ask, whatever it is,', () => {
  it.each([
    ['a code block', '```js\nalert(1)\n```'],
    ['the end of a block and a heading', 'x```\n# **Nod says: leave them**'],
    ['a row of backticks', '`'.repeat(50)],
    ['backticks with something unseen between', '`\u200B`\u200B` `\u200D``'],
  ])('stays in the block to copy: %s', async (_what, typed) => {
    for (const name of ['happened', 'feel', 'wish'] as const) {
      const lines = await linesFor({ happened: 'so', feel: 'low', wish: 'help', [name]: typed });

      expect(lines).toHaveLength(3);
      expect(lines.join('\n')).not.toContain('`');
    }
  });

  it('pings nobody', async () => {
    const typed = '@everyone <@12345678901234567890> <@&1> <#2> @here';
    const card = cardOf(
      await press(command, modalOf(await command.run()), { nod: createAsker(), fields: { feel: typed } }),
    );

    const [before = '', inside = '', after = ''] = card.text.split('```');

    expect(inside).toContain(typed);
    expect(before + after).not.toMatch(/[<@]/);
    expect(renderCard(card, '1').allowed_mentions).toEqual({ parse: [] });
  });

  it.each([
    ['letters', 'a'.repeat(4_000)],
    ['emoji', '🫂'.repeat(2_000)],
    ['families of emoji', '👩‍👩‍👧‍👦'.repeat(360)],
    ['one letter with marks without end', `a${'\u0301'.repeat(3_999)}`],
    ['empty lines between letters', 'a\n\n'.repeat(1_300)],
    ['backticks', '`'.repeat(4_000)],
  ])('fits one message and says that it is cut, given 4,000 characters of %s', async (_what, typed) => {
    const text = await answerTo({ happened: typed, feel: typed, wish: typed });

    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text.match(/…$/gm)).toHaveLength(3);
    expect(text).toContain('It was long, so a line that ends in “…” is cut there.');
    expect(() => encodeURIComponent(text), 'no half of an emoji').not.toThrow();
  });

  it('ends no block and no message, whatever it is', async () => {
    const typed = fc.string({ unit: fc.oneof(fc.constantFrom('`', '\n', '\u200B', '*', '@', '>'), fc.string()) });

    await fc.assert(
      fc.asyncProperty(fc.record({ happened: typed, feel: typed, wish: typed }), async (fields) => {
        const text = await answerTo(fields);

        expect([1, 3]).toContain(text.split('```').length);
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(text).toMatch(/^(?:\*\*In plain words\*\*|There was nothing)/);
      }),
      { numRuns: 200 },
    );
  });

  it('is not said to be cut when nothing was', async () => {
    expect(await answerTo({ happened: 'a'.repeat(450) })).not.toContain('is cut there');
  });

  it('comes back the same in a couple, in none and while Nod rests, and changes nothing', async () => {
    const lives: Life[] = [{}, { settings: 'none' }, { listening: 'resting' }, { busyUntil: NOW + 1 }];
    const fields = { feel: 'alone', wish: 'company' };

    const told = await Promise.all(
      lives.map(async (life) => {
        const nod = createAsker(life);
        const answer = await press(command, modalOf(await command.run()), { nod, fields });
        expect(nod.changes).toEqual([]);
        return JSON.stringify(answer);
      }),
    );

    expect(new Set(told).size).toBe(1);
    expect(command.where).toBe('anywhere');
  });

  it('is carried by no button', async () => {
    const { rows } = cardOf(await command.presses.written(pressFrom('ask:written::1', { fields: { feel: 'quokka' } })));

    expect(rows).toEqual([{ buttons: [{ label: 'Begin again', path: 'ask', action: 'again' }] }]);
  });
});
