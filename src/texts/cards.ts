import { texts } from './texts.ts';

// Shaped as the `Card` of ports, whose type texts may not know; the compiler checks it where they are sent.

const PRIMARY = 'primary' as const;

/** Names one nudge on every button of its card: the couple's number and the nudge's. */
export interface NudgeName {
  readonly dyad: number;
  readonly seq: number;
}

/** The path whose presses answer a nudge's card; the outbox looks for it after a crash. */
export const WHISPER_PATH = 'whisper';

/** What a nudge's buttons carry: `7.12`. */
export function whisperId(name: NudgeName): string {
  return `${name.dyad}.${name.seq}`;
}

/** The name on a button, or undefined when it is none. */
export function readWhisperId(id: string): NudgeName | undefined {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(id);
  if (!match) return undefined;
  return { dyad: Number(match[1]), seq: Number(match[2]) };
}

/** The neutral direct message that every nudge is; what it is about is shown only when opened. */
export function whisperCard(name: NudgeName) {
  const open = { label: texts.whisper.open, path: WHISPER_PATH, action: 'open', id: whisperId(name), look: PRIMARY };
  return { text: texts.whisper.line, rows: [{ buttons: [open] }] };
}

/** What a nudge becomes once it is moot. */
export function doneCard() {
  return { text: texts.whisper.done };
}

/** The one public card of an invitation: names nobody, and says nothing about any answer. */
export function invitationCard(dyad: number) {
  const id = String(dyad);
  return {
    text: texts.consent.invitation,
    rows: [
      {
        buttons: [
          { label: texts.consent.what, path: 'start', action: 'what', id },
          { label: texts.consent.choose, path: 'start', action: 'choose', id, look: PRIMARY },
        ],
      },
    ],
  };
}
