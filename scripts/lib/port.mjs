import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine that nothing listens on now. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
