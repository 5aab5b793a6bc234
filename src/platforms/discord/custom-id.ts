/** What a button carries, so that it works after a restart and for its own person only. */
export interface CustomId {
  readonly path: string;
  readonly action: string;
  readonly id: string;
  /** The person it was made for, or `ANYONE` where whoever the card is about may press. */
  readonly partner: string;
}

/** Stands for a person in the buttons of a card that everyone in a channel sees. */
export const ANYONE = '0';

/** Discord API reference, "Component Reference": custom_id. */
const LONGEST = 100;

export function writeCustomId({ path, action, id, partner }: CustomId): string {
  const written = [path, action, id, partner].join(':');
  if (written.length > LONGEST)
    throw new RangeError(`The button ${path}:${action} carries more than ${LONGEST} characters.`);
  return written;
}

/** Undefined for a button Nod never made. The id in the middle may hold colons itself. */
export function readCustomId(written: string): CustomId | undefined {
  const [path, action, ...rest] = written.split(':');
  const partner = rest.pop();
  if (!path || !action || partner === undefined || rest.length === 0) return undefined;
  return { path, action, id: rest.join(':'), partner };
}
