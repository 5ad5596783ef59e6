/** Direction rules of docs/architecture.md: core ← contracts, content, components ← apps; no app imports an app. */
const noImport = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    noImport('no-cycles', 'A cycle has no direction.', {}, { circular: true }),
    noImport(
      'core-is-pure',
      'core knows zod and itself, no Node and no DOM.',
      { path: '^packages/core/src', pathNot: '\\.test\\.ts$' },
      {
        pathNot: ['^packages/core/src', '^node_modules/zod'],
      },
    ),
    noImport(
      'packages-know-no-app',
      'Dependencies point one way.',
      { path: '^packages/' },
      { path: '^(apps|commands|tests)/' },
    ),
    noImport(
      'no-app-imports-an-app',
      'Programs talk over HTTP.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    noImport(
      'commands-start-programs',
      'Commands start programs, they import none.',
      { path: '^commands/' },
      { path: '^apps/' },
    ),
    noImport(
      'practice-lms-stands-alone',
      'The practice LMS shares nothing but the service kit.',
      { path: '^apps/demo-lms/' },
      {
        path: '^packages/(core|contracts|content|components)/',
      },
    ),
    noImport(
      'ltijs-in-platforms-only',
      'ltijs keeps registrations, nothing else.',
      { path: '^apps/', pathNot: '^apps/lti/src/platforms/' },
      {
        path: '^node_modules/ltijs',
      },
    ),
    noImport(
      'queue-in-gradebook-only',
      'Only the gradebook knows the queue.',
      { path: '^apps/', pathNot: '^apps/grading/src/gradebook/' },
      {
        path: '^node_modules/pg-boss',
      },
    ),
    noImport(
      'databases-opened-in-one-place',
      'service-kit/database opens databases.',
      {
        path: '^(apps|packages|commands)/',
        pathNot: ['^packages/service-kit/src/database/', '\\.test\\.ts$'],
      },
      { path: '^node_modules/(pg|@electric-sql/pglite)/', dependencyTypesNot: ['type-only'] },
    ),
    noImport('unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '\\.css' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/generated/', '\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
    reporterOptions: { archi: { collapsePattern: '^(packages|apps)/[^/]+' } },
  },
};
