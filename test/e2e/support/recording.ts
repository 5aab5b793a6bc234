import { appendFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Log, LogFields } from '../../../src/ports/log.ts';

/** One call of a method of a part, with what it was given. */
export interface RecordedUse {
  readonly method: string;
  readonly given: readonly unknown[];
}

/** The part itself; whatever it is given is noted at its door, and so is every failure that comes out of it. */
export function recordUses<Part extends object>(part: Part, uses: RecordedUse[]): Part {
  return new Proxy(part, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof found !== 'function') return found;
      const method = String(name);
      return (...given: unknown[]) => {
        uses.push({ method, given: copyOf(given) });
        const made: unknown = found.apply(target, given);
        const failed = (error: unknown) => void uses.push({ method, given: [inspect(error, EVERYTHING)] });
        if (made instanceof Promise) made.catch(failed);
        return made;
      };
    },
  });
}

/** An error as Node would print it if nobody caught it, with all it carries. */
const EVERYTHING = { depth: 10, maxArrayLength: null, maxStringLength: null } as const;

/** As it is now: what was given may change later. Functions hold no words. */
function copyOf(given: readonly unknown[]): readonly unknown[] {
  return JSON.parse(JSON.stringify(given));
}

/** Every line at every level, as it is, in a file. */
export function createFileLog(file: string): Log {
  const write = (level: string) => (fields: LogFields, message: string) =>
    appendFileSync(file, `${JSON.stringify({ level, ...fields, message })}\n`);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
