import { expect, it } from 'vitest';
import { NodError } from '../../src/errors.ts';
import { A_WORRY, AN_ANSWER, ANA, BEN, openCouple } from '../support/runner-stage.ts';

it('a connection that is lost while history is being read, for however long, loses nothing history holds', async () => {
  const stage = await openCouple();
  await stage.cutOff();
  let tries = 0;
  stage.faults.history = () => {
    tries += 1;
    throw new NodError('DISCORD_UNREACHABLE', 'There is no way out.', 'Wait.');
  };
  await stage.reconnect();
  await stage.cutOff();
  await stage.say(ANA, A_WORRY);
  await stage.pass(5);
  await stage.say(BEN, AN_ANSWER);
  await stage.pass(120);
  delete stage.faults.history;

  await stage.reconnect();
  await stage.pass(10);

  expect(await stage.deposits(BEN)).toHaveLength(1);
  expect(tries).toBeLessThan(40); // every five minutes in the end
});
