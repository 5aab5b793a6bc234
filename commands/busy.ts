import type { Command } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { sayInstant } from '../src/texts/times.ts';
import { change, say, withOwnSide } from './_answers.ts';
import { readUntil } from './_hours/until.ts';

/** Until when the asker cannot answer; that time counts nowhere. */
export const command = {
  summary: texts.summaries.busy,
  where: 'anywhere',
  options: [{ name: 'until', kind: 'text', summary: texts.options.until, required: true, complete: suggest }],

  async run(ask, nod) {
    return withOwnSide(nod, async ({ settings }) => {
      const until = readUntil(String(ask.options['until'] ?? ''), nod.now, settings.zone);
      if (until === undefined) return say(texts.busy.unreadable);
      const time = sayInstant(until, nod.now, settings.zone);
      return say(await change(nod, { do: 'busy', until }, texts.busy.done(time)));
    });
  },
} satisfies Command;

function suggest(typed: string): readonly string[] {
  return texts.busy.suggestions.filter((suggestion) => suggestion.includes(typed.trim().toLowerCase()));
}
