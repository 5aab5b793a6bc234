/**
 * The import law of ARCHITECTURE.md, one rule a sentence. test/repository/import-law.test.ts plants one
 * breach of each rule and sees it caught.
 */

/** What anything in src may import: the vocabulary, the failures, the texts. */
const SHARED = ['^src/domain/', '^src/texts/', '^src/errors\\.ts$'];
const OURS = '^(src|commands)/';
const STEPS = '^src/(gather|detect|pair|tally|coach)/';
const PARTS = '^src/(stores|platforms|judges|encoders|importers|charts)/';
const EDGE = ['^src/main\\.ts$', '^src/cli/'];

const npm = (name) => `(^|(^|/)node_modules/)(@types/)?${name}(/|$)`;

/** A package that may be imported below one place only. */
const only = (name, packages, place, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: place },
  to: { path: packages.map(npm) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment:
        'The vocabulary stands alone, so that every part can share it; temporal-polyfill stands in for a language feature.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', npm('temporal-polyfill')] },
    },
    {
      name: 'errors-import-nothing',
      comment: 'Everything may throw a NodError, so it may depend on nothing.',
      severity: 'error',
      from: { path: '^src/errors\\.ts$' },
      to: {},
    },
    {
      name: 'texts-are-words-only',
      comment: 'Texts know the vocabulary and nothing else, so that a translator needs no other folder.',
      severity: 'error',
      from: { path: '^src/texts/' },
      to: { pathNot: SHARED },
    },
    {
      name: 'ports-are-promises-only',
      comment: 'A port says what Nod needs from outside; it never knows who provides it.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: ['^src/ports/', ...SHARED] },
    },
    {
      name: 'a-step-imports-no-other-step',
      comment: 'Steps are threaded by the engine alone; each can be read, tested and replaced by itself.',
      severity: 'error',
      from: { path: STEPS },
      to: { path: OURS, pathNot: ['^src/$1/', '^src/learned/', ...SHARED] },
    },
    {
      name: 'trained-models-are-arithmetic',
      comment: 'What applies trained weights knows numbers only; what they mean is told by the step that asks.',
      severity: 'error',
      from: { path: '^src/learned/' },
      to: { pathNot: ['^src/learned/', '^src/errors\\.ts$'] },
    },
    {
      name: 'a-step-touches-no-machine',
      comment: 'Decide purely, act at the edge: no files, no network, no worker in a step.',
      severity: 'error',
      from: { path: STEPS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-engine-imports-steps-and-ports',
      comment: 'The engine knows what it needs (ports), never who provides it.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: OURS, pathNot: ['^src/engine/', '^src/ports/', STEPS, ...SHARED] },
    },
    {
      name: 'a-part-imports-ports',
      comment: 'Parts are interchangeable: they meet Nod through a port and never each other.',
      severity: 'error',
      from: { path: PARTS },
      to: { path: OURS, pathNot: ['^src/$1/', '^src/ports/', ...SHARED] },
    },
    {
      name: 'a-platform-imports-no-other-platform',
      comment: 'Each platform can be deleted as one folder.',
      severity: 'error',
      from: { path: '^src/platforms/([^/]+)/' },
      to: { path: '^src/platforms/[^/]+/', pathNot: '^src/platforms/$1/' },
    },
    {
      name: 'a-command-imports-ports',
      comment: 'A command asks its port for everything, so it can neither reach a store nor name a platform.',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: OURS, pathNot: ['^commands/', '^src/ports/', ...SHARED] },
    },
    {
      name: 'src-names-no-command',
      comment: 'The registry lists the folder: adding a command touches one file.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^commands/' },
    },
    {
      name: 'only-the-edge-wires',
      comment:
        'Configuration, the clock, the list of commands and the wiring are chosen at the start and passed in from there.',
      severity: 'error',
      from: { path: OURS, pathNot: EDGE },
      to: { path: ['^src/(config|clock|virtual-clock|load-commands|load-language)\\.ts$', ...EDGE] },
    },
    only(
      'discord-js-stays-in-its-platform',
      ['discord\\.js', '@discordjs/[^/]+', 'discord-api-types'],
      '^src/platforms/discord/',
      'Another platform must cost one folder.',
    ),
    only(
      'databases-stay-in-stores',
      ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'kysely', 'pg'],
      '^src/stores/',
      'Another database must cost one dialect.',
    ),
    only(
      'tensors-stay-in-encoders',
      ['@energetic-ai/[^/]+'],
      '^src/encoders/',
      'Thirty megabytes that whoever goes without must not load.',
    ),
    only('openai-stays-in-judges', ['openai'], '^src/judges/', 'Nothing else may ever send words anywhere.'),
    only('sentiment-stays-in-detect', ['sentiment'], '^src/detect/', 'AFINN is one weak input of the reading.'),
    {
      name: 'sentiment-has-one-reader',
      comment: 'Its traps (leaking extras, an emoji table of 2015) are dealt with in one file.',
      severity: 'error',
      module: { path: npm('sentiment'), numberOfDependentsMoreThan: 1 },
      from: { path: '^src/detect/' },
    },
    only(
      'eld-has-one-reader',
      ['eld'],
      '^src/detect/language\\.ts$',
      'What it says of a language is taken with a grain of salt, in one place.',
    ),
    only('dotenv-stays-in-config', ['dotenv'], '^src/config\\.ts$', 'The environment has one reader.'),
    {
      name: 'no-development-tools-at-run-time',
      comment: 'A clone that installs without development packages must still start; types vanish, so they may stay.',
      severity: 'error',
      from: { path: OURS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that is not in package.json is there by accident.',
      severity: 'error',
      from: { path: OURS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dead-ends',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea or a missing third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count too: a forbidden type is a forbidden acquaintance.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
