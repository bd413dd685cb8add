/** Writes the JSON Schema of the workflow file: `npm run schema`. A test says when it is out of date. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createServer } from 'vite'

const root = resolve(import.meta.dirname, '..')
const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
  resolve: { alias: { '@': resolve(root, 'src') } },
})
const { workflowJsonSchema, schemaPath } = await server.ssrLoadModule('/src/document/jsonSchema.ts')
writeFileSync(resolve(root, schemaPath), workflowJsonSchema())
console.log(schemaPath)
await server.close()
