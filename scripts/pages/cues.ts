import { type Cue, type CueKind, type Example, kindOf } from '../../src/detect/cue.ts';
import { CUES } from '../../src/detect/cues.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { HARSHNESS_KINDS, RISK_KINDS, type Typed } from '../../src/domain/reading.ts';
import { code, MADE_BY, type Page, table } from './page.ts';

/** Every cue with its examples both ways, which are also its tests. */
export function cuesPage(): Page {
  const kinds = new Set(CUES.map(kindOf));
  const tender = [...kinds].filter((kind) => kind.startsWith('tender-')).sort();
  const order: readonly CueKind[] = [...BID_KINDS, ...HARSHNESS_KINDS, ...RISK_KINDS, ...tender];
  const sections = order
    .filter((kind) => kinds.has(kind))
    .map((kind) =>
      section(
        kind,
        CUES.filter((cue) => kindOf(cue) === kind),
      ),
    );
  return {
    path: 'docs/reference/cues.md',
    text: `${MADE_BY}

# What Nod hears, and what it must not

${CUES.length} cues in ${sections.length} kinds. Each completes the sentence "Heard because it …" and carries its own examples, which are its
tests; all of them are made up. A cue alone decides nothing: what several of them say is weighed together. The kinds are
explained in the [glossary](../glossary.md#labels).

${sections.join('\n')}`,
  };
}

function section(kind: CueKind, cues: readonly Cue[]): string {
  const rows = cues.map((cue) => [code(cue.id), `it ${cue.because}`, examples(cue.hears), examples(cue.ignores)]);
  return `## ${kind}\n\n${table(['Cue', 'Because', 'Hears', 'Ignores'], rows)}\n`;
}

const examples = (list: readonly Example[]) => list.map(sayExample).join(' · ');

function sayExample(example: Example): string {
  if (typeof example === 'string') return code(example.replaceAll('\n', ' ⏎ '));
  const around = [
    ...(example.attachments ?? []).map((attachment) => `with ${attachment}`),
    ...(example.tense ? ['in a tense exchange'] : []),
    ...(example.earlier ?? []).map((said) => `after ${said.own ? 'their own ' : ''}${code(said.text)}`),
    ...(example.usualWords === undefined ? [] : [`usually ${example.usualWords} words`]),
    ...(example.typed === undefined ? [] : [sayTyped(example.typed)]),
  ].join(', ');
  const said = example.text === '' ? '(no words)' : code(example.text.replaceAll('\n', ' ⏎ '));
  return around === '' ? said : `${said} (${around})`;
}

function sayTyped({ forSeconds, pausedSeconds }: Typed): string {
  const paused = pausedSeconds === 0 ? '' : ` with a pause of ${pausedSeconds} s`;
  return `${forSeconds} s after they began to type${paused}`;
}
