import { writeSync } from 'node:fs';
import { rekeyDatabase } from '../../src/stores/sqlite/rekey.ts';

/**
 * A process of its own that changes the key of a database without end, to be killed at any moment. The keys
 * follow each other in a circle, "plain" standing for none; before each change it says from which to which.
 */
const [file = '', ...circle] = process.argv.slice(2);
const keyOf = (name = 'plain') => (name === 'plain' ? undefined : name);

for (let n = 0; ; n = (n + 1) % circle.length) {
  const [from, to] = [circle[n], circle[(n + 1) % circle.length]];
  writeSync(1, `${from}\t${to}\n`);
  rekeyDatabase({ file, key: keyOf(from), newKey: keyOf(to) });
}
