/** What a log line may carry: numbers, flags and fixed words, never anything a person wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where Nod says how it is doing. Nothing per person above `debug`. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** For parts that run where nobody reads a log. */
export const SILENT_LOG: Log = { debug() {}, info() {}, warn() {}, error() {} };
