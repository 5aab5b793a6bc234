import type { Log, LogFields } from '../../src/ports/log.ts';

/** A line of the log, as a host reads it. */
interface Note {
  readonly level: keyof Log;
  readonly fields: LogFields;
  readonly message: string;
}

/** A log that can be read, and what of it every host sees. */
export function createNotes(): { readonly log: Log; readonly notes: Note[]; aboveDebug(): readonly string[] } {
  const notes: Note[] = [];
  const at = (level: Note['level']) => (fields: LogFields, message: string) =>
    void notes.push({ level, fields, message });
  return {
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    notes,
    aboveDebug: () => notes.filter(({ level }) => level !== 'debug').map(({ message }) => message),
  };
}
