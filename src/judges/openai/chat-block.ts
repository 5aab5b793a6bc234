import { randomBytes } from 'node:crypto';

/** A line of the chat as it is sent: what it is to the question, who said it, what is left of its words. */
export interface ShownLine {
  readonly line: 'earlier' | 'read' | 'bid' | 'reply';
  readonly by: 'A' | 'B';
  readonly said: string;
}

/**
 * The chat as data: one JSON object a line, so that no line can begin another, between marks nobody could guess, so
 * that no line can end the block. The code is new with every call.
 */
export function chatBlock(lines: readonly ShownLine[]): string {
  const mark = `==== chat ${randomBytes(12).toString('hex')} ====`;
  return [mark, ...lines.map((line) => JSON.stringify(line)), mark].join('\n');
}
