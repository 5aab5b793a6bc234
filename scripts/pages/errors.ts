import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { catalogue } from '../../src/texts/en/catalogue.ts';
import { code, MADE_BY, type Page, table } from './page.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** One place in the code that makes a NodError, with its sentences; `…` stands for what is filled in. */
interface Thrown {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Every failure Nod expects, with the sentences it is said in, read from where they are thrown. */
export function errorsPage(): Page {
  const thrown = sourceFiles().flatMap(thrownIn);
  const rows = errorCodes().flatMap((name) => rowsFor(name, thrown));
  return {
    path: 'docs/reference/errors.md',
    text: `${MADE_BY}

# What can go wrong, and what to do

Failures Nod expects. A person reads the sentence and the advice, never a trace; logs carry the code. \`…\` stands for
what is filled in, such as the name of a setting.

${table(['Code', 'It says', 'What to do'], rows)}
`,
  };
}

/** The codes of src/errors.ts, in their order there. */
export function errorCodes(): readonly string[] {
  const codes: string[] = [];
  visit(parse(`${REPOSITORY}src/errors.ts`), (node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== 'NodErrorCode') return;
    visit(node.type, (part) => {
      if (ts.isStringLiteral(part)) codes.push(part.text);
    });
  });
  return codes;
}

/** The codes that are thrown somewhere. */
export function thrownCodes(): ReadonlySet<string> {
  return new Set(
    sourceFiles()
      .flatMap(thrownIn)
      .map((thrown) => thrown.code),
  );
}

function thrownIn(file: string): readonly Thrown[] {
  const thrown: Thrown[] = [];
  visit(parse(file), (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'NodError') return;
    const [name, message, hint] = node.arguments ?? [];
    if (!name || !ts.isStringLiteral(name)) return;
    thrown.push({ code: name.text, message: sentence(message), hint: sentence(hint) });
  });
  return thrown;
}

/** Every TypeScript file of src and commands, as absolute paths in a stable order. */
function sourceFiles(): readonly string[] {
  return ['src', 'commands'].flatMap((folder) =>
    readdirSync(`${REPOSITORY}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => `${REPOSITORY}${folder}/${file}`),
  );
}

function rowsFor(name: string, thrown: readonly Thrown[]): string[][] {
  const ways = new Map(thrown.filter((at) => at.code === name).map((at) => [`${at.message} ${at.hint}`, at]));
  return [...ways.values()].map(({ message, hint }, index) => [index === 0 ? code(name) : '', message, hint]);
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

/** The words of a string or template; anything worked out at run time becomes `…`. */
function sentence(node: ts.Expression | undefined): string {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map((span) => `…${span.literal.text}`)].join('');
  }
  if (ts.isBinaryExpression(node)) return sentence(node.left) + sentence(node.right);
  if (ts.isCallExpression(node)) return sentence(node.expression);
  return ts.isPropertyAccessExpression(node) ? textNamed(node.getText()) : '…';
}

/** What `texts.refusals.bot.hint` says in English. */
function textNamed(expression: string): string {
  const [root, ...names] = expression.split('.');
  if (root !== 'texts') return '…';
  let found: unknown = catalogue;
  for (const name of names) found = (found as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof found === 'function') return String(found('…'));
  return typeof found === 'string' ? found : '…';
}
