// The arrows between the folders: what each folder may import of ours. An import that is not listed is an error.
const ARROWS = {
  domain: [],
  config: [],
  prisma: [],
  workflows: ['domain'],
  emails: ['domain'],
  letters: ['domain'],
  providers: ['domain'],
  facts: ['domain', 'prisma'],
  temporal: ['domain', 'prisma', 'facts', 'config'],
  activities: ['domain', 'prisma', 'emails', 'letters', 'providers', 'facts', 'temporal'],
  metrics: ['domain', 'prisma'],
  worker: ['workflows', 'activities', 'config', 'metrics', 'prisma', 'providers', 'temporal'],
  api: ['domain', 'prisma', 'config', 'facts', 'metrics', 'temporal'],
  console: [],
};

/** Exceptions: folders of which only types, or only the named files, may be imported. */
const NARROW = {
  workflows: { types: ['activities'] },
  console: { types: ['api'] },
  temporal: { files: ['workflows/messages', 'workflows/ids', 'workflows/search-attributes'] },
  activities: { files: ['workflows/messages', 'workflows/ids'] },
  facts: { files: ['workflows/ids'], types: ['workflows'] },
  // The API reads a provider's webhook with that provider's adapter. It draws statements of account on request;
  // previews, drafts and merged PDFs are drawn by the code that draws the message, and a logo is checked by the code
  // that prints it.
  api: {
    files: [
      'workflows/messages',
      'workflows/ids',
      'providers/email/webhook',
      'providers/print/webhooks',
      'providers/signed-webhook',
      'providers/print/offers',
      'emails/render-email',
      'letters/render-letter',
      'letters/render-account',
      'letters/case-summary',
      'letters/merge-pdfs',
      'letters/logo',
      'letters/shrink-logo',
    ],
    types: ['workflows'],
  },
};

const OURS = [...Object.keys(ARROWS), 'scripts', 'bench', 'test'];
const anyOf = (names) => `^(${names.join('|')})/`;

function arrowsOf(folder) {
  const { types = [], files = [] } = NARROW[folder] ?? {};
  const mayImport = [folder, ...ARROWS[folder]];
  const named = files.map((file) => `^${file}\\.tsx?$`);
  const rules = [
    {
      name: `${folder}-imports-only-${ARROWS[folder].join('-') || 'nothing-of-ours'}`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: { path: anyOf(OURS), pathNot: [anyOf([...mayImport, ...types]), ...named] },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${folder}-imports-types-only-of-${types.join('-')}`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: { path: anyOf(types), pathNot: named, dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.keys(ARROWS).flatMap(arrowsOf),
    // A cycle of type imports alone is no cycle at run time.
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: ['^test/', '^scripts/record-histories[.]ts$'] },
      to: { path: '^test/' },
    },
    // `carryOutFact` keeps the limit of docs/guarantees.md; these two start the workflow of a case that has none.
    {
      name: 'the-api-tells-through-carry-out-fact',
      severity: 'error',
      from: { path: '^api/', pathNot: ['^api/invoices/create-invoice[.]ts$', '^api/actions/take-decision[.]ts$'] },
      to: { path: '^temporal/(tell|start-message)[.]ts$' },
    },
    {
      name: 'carry-out-is-called-by-carry-out-fact',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/frame/fact-answer[.]ts$' },
      to: { path: '^temporal/carry-out[.]ts$' },
    },
    { name: 'what-is-imported-exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|console/dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
