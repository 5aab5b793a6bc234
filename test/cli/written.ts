import { Writable } from 'node:stream';

/** Where a streaming command writes, and what it wrote so far. */
export function openWritten() {
  const written = { output: '', errors: '' };
  const sink = (name: keyof typeof written) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[name] += chunk.toString();
        done();
      },
    });
  return { written, output: sink('output'), errors: sink('errors') };
}
