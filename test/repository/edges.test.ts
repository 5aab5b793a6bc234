import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Source files below src and commands, without their comments. */
const FILES = ['src', 'commands'].flatMap((folder) =>
  readdirSync(`${REPOSITORY}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`)
    .map((file) => ({ file, code: withoutComments(readFileSync(`${REPOSITORY}${file}`, 'utf8')) })),
);

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

const filesWith = (trace: RegExp, from = FILES) => from.filter(({ code }) => trace.test(code)).map(({ file }) => file);
// clock.ts makes the clock for main and cli; the import law lets nobody else import it.
const isEdge = (file: string) => /^src\/(?:main\.ts|clock\.ts|cli\/)/.test(file);

const ENVIRONMENT = /\bprocess\s*(?:\?\.|\.|\[['"])\s*env\b|\benv\b[^;]*\bfrom ['"](?:node:)?process['"]/;
const CLOCK =
  /\bDate\s*\.\s*now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|\bTemporal\s*\.\s*Now\b|\bperformance\s*\.\s*now\b/;
const CHANCE = /\bMath\s*\.\s*random\b|\brandom(?:Bytes|Int|UUID)\b|\bgetRandomValues\b/;
const TIMER = /\bset(?:Timeout|Interval|Immediate)\s*\(/;

describe('the edges', () => {
  it('reads the environment in config.ts alone', () => {
    expect(filesWith(ENVIRONMENT)).toEqual(['src/config.ts']);
  });

  it('reads the system clock where main or cli makes it, and nowhere else', () => {
    expect(filesWith(CLOCK).filter((file) => !isEdge(file))).toEqual([]);
  });

  it('draws no chance and sets no timer where things are decided', () => {
    const deciding = FILES.filter(({ file }) => /^src\/(?:domain|texts|gather|detect|pair|tally|coach)\//.test(file));

    expect(filesWith(CHANCE, deciding)).toEqual([]);
    expect(filesWith(TIMER, deciding)).toEqual([]);
  });

  it.each([
    [ENVIRONMENT, 'const token = process.env.DISCORD_TOKEN;'],
    [ENVIRONMENT, `const { TOKEN } = process['env'];`],
    [ENVIRONMENT, `import { env } from 'node:process';`],
    [CLOCK, 'const at = Date.now();'],
    [CLOCK, 'const at = new Date();'],
    [CLOCK, 'const at = Temporal.Now.instant();'],
    [CHANCE, 'if (Math.random() < 0.5) return;'],
    [TIMER, 'setTimeout(wake, 10);'],
  ])('would see %s in: %s', (trace, line) => {
    expect(trace.test(withoutComments(line))).toBe(true);
  });

  it.each([
    [ENVIRONMENT, 'spawn(node, { env })'],
    [CLOCK, 'new Date(event.at).toISOString()'],
    [CLOCK, '// the answer is Date.now() in main'],
    [CLOCK, 'clock.now()'],
  ])('has nothing against what %s leaves in: %s', (trace, line) => {
    expect(trace.test(withoutComments(line))).toBe(false);
  });
});
