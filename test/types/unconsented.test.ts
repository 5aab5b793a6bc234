import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.test-d.ts'))
  .map((name) => `${FOLDER}${name}`);
const MARK = '@ts-expect-error';

/** What the compiler says of these files, as they are or with every mark made plain words. */
function complaints(marks: 'kept' | 'removed'): readonly string[] {
  const { config } = ts.readConfigFile(CONFIG, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, fileURLToPath(new URL('../..', import.meta.url)));
  const host = ts.createCompilerHost(options);
  const read = host.readFile;
  host.readFile = (file) =>
    marks === 'removed' && FILES.includes(file) ? read(file)?.replaceAll(MARK, 'unmarked:') : read(file);
  const program = ts.createProgram(FILES, options, host);
  const own = FILES.map((file) => program.getSourceFile(file)).filter((file) => file !== undefined);
  return own
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
}

const marksIn = (file: string) => (ts.sys.readFile(file) ?? '').split(MARK).length - 1;

describe('an event that did not come through the door', () => {
  it('does not compile into the engine, however it is made', () => {
    expect(FILES.length).toBeGreaterThan(0);
    expect(complaints('kept')).toEqual([]);
  });

  it('is what each mark stands before: without the marks there is an error for each', () => {
    const marks = FILES.map(marksIn).reduce((sum, count) => sum + count, 0);

    expect(marks).toBeGreaterThanOrEqual(6);
    expect(complaints('removed')).toHaveLength(marks);
  });
});
