import type { Writable } from 'node:stream';

/** Hears of every object that was read, and of the fields that one like it can have. */
export type Notice = (row: object, fields: readonly string[]) => void;

/** Names shorter than this are near too many others. Our choice. */
const SHORTEST_NEAR = 4;
/** A longer name may have two letters wrong. Our choice. */
const LONG_NAME = 6;

/**
 * Says once of each name that is nearly that of a field the row lacks. Nothing is refused for it: labelled files carry
 * more than Nod reads.
 */
export function createMisnamed(errors: Writable): Notice {
  const told = new Set<string>();
  return (row, fields) => {
    for (const name of Object.keys(row)) {
      if (told.has(name) || fields.includes(name)) continue;
      const meant = fields.find((field) => !Object.hasOwn(row, field) && isNear(name, field));
      if (meant === undefined) continue;
      told.add(name);
      errors.write(`"${name}" is not a field Nod knows; did you mean "${meant}"?\n`);
    }
  };
}

function isNear(name: string, field: string): boolean {
  const [one, other] = [name.toLowerCase(), field.toLowerCase()];
  if (one === other) return true;
  const most = field.length < LONG_NAME ? 1 : 2;
  if (field.length < SHORTEST_NEAR || Math.abs(one.length - other.length) > most) return false;
  return distance(one, other) <= most;
}

/** How many letters must be added, left out or changed to make one of the other (Levenshtein 1966). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const change = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1);
      here.push(Math.min(change, (above[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[other.length] ?? 0;
}
