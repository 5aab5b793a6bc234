import { describe, expect, it } from 'vitest';
import { command as busy } from '../../commands/busy.ts';
import { command as leave } from '../../commands/leave.ts';
import { command as pause } from '../../commands/pause.ts';
import { command as privacy } from '../../commands/privacy.ts';
import { command as resume } from '../../commands/resume.ts';
import { RETENTION } from '../../src/domain/retention.ts';
import { HOUR } from '../../src/domain/time.ts';
import { ask, createAsker, NOW, onTheirClock } from '../support/asker.ts';
import { cardOf, pressLabel } from '../support/pressing.ts';

const nobody = () => createAsker({ settings: 'none' });

describe('/nod pause and /nod resume', () => {
  it.each([
    ['pause', pause],
    ['resume', resume],
  ] as const)('%s moves only the own switch and says so', async (name, command) => {
    const nod = createAsker();

    const answer = await command.run(ask(), nod);

    expect(answer).toEqual({ card: { text: 'Done, on your side.' } });
    expect(nod.changes).toEqual([{ do: name }]);
  });

  it('say that Nod has not begun where there is nothing to switch', async () => {
    const { text } = cardOf(await pause.run(ask(), nobody()));

    expect(text).toMatch(/^Nod has not begun for you\./);
  });
});

describe('/nod leave', () => {
  it('asks once, and changes nothing before the press', async () => {
    const nod = createAsker();

    const card = cardOf(await leave.run());

    expect(card.text).toMatch(/^Leave Nod\?/);
    expect(nod.changes).toEqual([]);
  });

  it('leaves on the press, in the same words as a pause', async () => {
    const nod = createAsker();

    const answer = await pressLabel(leave, cardOf(await leave.run()), { label: 'Leave', nod });

    expect(answer).toEqual({ card: { text: 'Done, on your side.' }, replace: true });
    expect(nod.changes).toEqual([{ do: 'leave' }]);
  });
});

describe('/nod busy', () => {
  it('takes a time of the asker’s own day and says it back', async () => {
    const nod = createAsker();

    const { text } = cardOf(await busy.run(ask({ until: '5pm' }), nod));

    expect(text).toBe(
      `Done, on your side. Busy until ${onTheirClock(NOW + 3 * HOUR, 't')}. \`/nod busy until:in 1 min\` ends it sooner.`,
    );
    expect(nod.changes).toEqual([{ do: 'busy', until: NOW + 3 * HOUR }]);
  });

  it('ends sooner by the command that it names', async () => {
    const nod = createAsker({ busyUntil: NOW + 3 * HOUR });

    await busy.run(ask({ until: 'in 1 min' }), nod);

    expect(nod.changes).toEqual([{ do: 'busy', until: NOW + HOUR / 60 }]);
  });

  it('names the day when that time is tomorrow', async () => {
    const { text } = cardOf(await busy.run(ask({ until: '9:00' }), createAsker()));

    expect(text).toContain(`Busy until ${onTheirClock(NOW + 19 * HOUR, 'f')}.`);
  });

  it('answers an impossible time with one sentence and an example', async () => {
    const nod = createAsker();

    const { text } = cardOf(await busy.run(ask({ until: '25:00' }), nod));

    expect(text).toContain('could not read that time; write one such as `17:30`');
    expect(text.match(/[.?!](?:\s|$)/g)).toHaveLength(1);
    expect(nod.changes).toEqual([]);
  });

  it('offers times that match what is typed', () => {
    const offered = busy.options[0]?.complete('in ') ?? [];

    expect(offered).toContain('in 2h');
    expect(offered).not.toContain('17:00');
  });
});

describe('/nod privacy', () => {
  it('shows every row of the retention table', async () => {
    const { text } = cardOf(await privacy.run(ask(), nobody()));

    for (const { what, why, keptFor } of RETENTION) {
      expect(text).toContain(what);
      expect(text).toContain(why);
      expect(text).toContain(keptFor);
    }
  });

  it('says what each can do, and what the host could see', async () => {
    const card = cardOf(await privacy.run(ask(), nobody()));

    const rights = cardOf(
      await pressLabel(privacy, card, { label: 'What is yours', nod: createAsker({ host: 'Robin' }) }),
    );

    expect(rights.text).toContain('`/nod leave`');
    expect(rights.text).toContain("Nod runs on Robin's computer.");
  });

  it('leads back from the second page to the first', async () => {
    const nod = nobody();
    const card = cardOf(await privacy.run(ask(), nod));
    const rights = cardOf(await pressLabel(privacy, card, { label: 'What is yours', nod }));

    const again = await pressLabel(privacy, rights, { label: 'Back', nod });

    expect(again).toEqual({ card, replace: true });
  });
});
