import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { loadEncoderChoice } from '../config.ts';
import { createWorkerEncoder } from '../encoders/in-worker.ts';
import { createSharingEncoder, MOST_ENCODERS } from '../encoders/several.ts';
import { sayError } from '../errors.ts';
import type { Encoder } from '../ports/encoder.ts';
import { addDetect } from './detect.ts';
import { addDoctor } from './doctor.ts';
import { addEval } from './eval.ts';
import { loadEncoder } from './load-encoder.ts';
import { loadReaders } from './load-reader.ts';
import { addPair } from './pair.ts';
import { addRekey } from './rekey.ts';
import { addReplay } from './replay.ts';
import { addStart } from './start.ts';

/** The command line: every failure is one sentence and what to do, never a stack. */
const program = new Command('nod')
  .description('helps two people who love each other notice the small moments')
  .version(readVersion(), '-V, --version', 'say which Nod this is')
  .configureOutput({ outputError: (sentence, write) => write(sayMisuse(sentence)) });
addStart(program);
addReplay(program);
addDetect(program, () => ({ reader: loadReaders().reader, encoder: loadBulkEncoder() }));
addPair(program, () => ({ pairer: loadReaders().pairer, encoder: loadBulkEncoder() }));
addEval(program, () => ({ ...loadReaders(), encoder: loadBulkEncoder() }));
addDoctor(program);
addRekey(program);
program.helpCommand(false); // its own shows the whole list for a name that is none, and does not say so
program
  .command('help')
  .description('show what there is, or how one command is used')
  .argument('[command]')
  .action((name: string | undefined) => {
    const found = name === undefined ? program : program.commands.find((one) => one.name() === name);
    if (found === undefined) return program.error(`error: unknown command '${name}'`);
    found.outputHelp();
  });

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads along has seen enough, as `head` does: that is no failure.
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write('What Nod prints could not be written. Look whether the disk is full, then run it again.\n');
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sayError(error)}\n`);
  process.exitCode = 1;
}

/** What package.json says, which is built beside the code. */
function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}

/** For files of any length: as many workers as there are cores, within reason. */
function loadBulkEncoder(): Encoder {
  const workers = Math.min(availableParallelism(), MOST_ENCODERS);
  return loadEncoder(loadEncoderChoice(), () => createSharingEncoder(workers, () => createWorkerEncoder()));
}

/** What commander says of a misspelt command or option, in the shape of every other failure; no value, which may be a key. */
function sayMisuse(said: string): string {
  const sentence = said
    .trim()
    .replace(/^error: /, '')
    .replace(/(--?[\w-]+)=[^']*/g, '$1=…')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Run \`npx nod help\` to see what there is.\n`;
}
