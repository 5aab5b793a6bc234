import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { batchOf, MONDAY, momentOf, outboxOf, stateOf } from './samples.ts';

/**
 * A process of its own that holds a store and commits without end, to be killed at any moment. Says on
 * its output which batch is durable. Each batch carries two moments, one nudge and the state.
 */
const [file = '', first = '0'] = process.argv.slice(2);
const store = await createSqliteStore({ file });
const [dyad] = await store.dyads('discord');
if (!dyad) throw new RangeError('the test makes the couple first');
const by = dyad.partners[0].id;

for (let n = Number(first); ; n += 1) {
  const moments = [2 * n, 2 * n + 1].map((seq) => ({ dyad: dyad.id, moment: momentOf(by, seq) }));
  const states = [{ dyad: dyad.id, state: stateOf(dyad, { time: MONDAY + n }) }];
  await store.commit(batchOf({ states, moments, outbox: [outboxOf(dyad.id, by, n)] }));
  process.stdout.write(`${n}\n`);
}
