/** The layers of src, lowest first. A file imports its own folder and lower rows only, type imports included. */
const rows = [
  ['base'],
  ['values'],
  ['contract'],
  ['kit'],
  ['document', 'ml'],
  ['storage', 'plan'],
  ['engine'],
  ['nodes'],
  ['worker', 'export', 'history', 'service'],
  ['state'],
  ['ui', 'cli'],
]

const layerRules = rows.flatMap((row, index) => {
  const lower = rows.slice(0, index).flat()
  return row.map((layer) => ({
    name: `layer-${layer}`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot: `^src/(${[layer, ...lower].join('|')})/` },
  }))
})

module.exports = {
  forbidden: [
    ...layerRules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'react-flow-only-in-canvas',
      severity: 'error',
      from: { pathNot: '^src/ui/(canvas/|.*gallery)' },
      to: { path: 'node_modules/@xyflow' },
    },
    {
      name: 'tfjs-only-in-ml-and-backends',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ml/|worker/backend|cli/backend)' },
      to: { path: 'node_modules/@tensorflow' },
    },
    {
      name: 'no-react-below-kit',
      severity: 'error',
      from: {
        path: '^src/(base|values|contract|document|ml|storage|plan|engine|worker|service|export|cli)/',
      },
      to: { path: 'node_modules/(react|react-dom|@mantine|recharts)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
