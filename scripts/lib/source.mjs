import { resolve } from 'node:path'
import { createServer } from 'vite'

export const root = resolve(import.meta.dirname, '../..')

/**
 * Loads modules of `src` in Node, unbuilt, as Vite resolves them.
 * @returns {Promise<{ load: (path: string) => Promise<Record<string, any>>, close: () => Promise<void> }>}
 */
export async function openSource() {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    resolve: { alias: { '@': resolve(root, 'src') } },
  })
  return { load: (path) => server.ssrLoadModule(path), close: () => server.close() }
}
