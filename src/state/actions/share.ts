import { documentStore } from '../documentStore'
import { packFiles, rememberAsOwn } from '../packing'
import { writeLink } from '../reading'

export type ShareLink = { kind: 'link'; url: string } | { kind: 'too-large'; bytes: number }

/** Data that may travel in a link; the link as a whole has its own limit. */
const linkDataLimit = 30_000

/** A link that carries the workflow in its hash, with its data where there is room. */
export async function makeShareLink(): Promise<ShareLink> {
  const { document: workflow } = documentStore.getState()
  for (const limit of [linkDataLimit, 0]) {
    const packed = await packFiles(workflow, limit)
    const made = await writeLink(packed)
    if (made.kind === 'too-large' && limit === 0) return made
    if (made.kind === 'too-large') continue
    await rememberAsOwn(packed)
    const url = new URL(location.href)
    url.hash = made.hash
    return { kind: 'link', url: url.href }
  }
  return { kind: 'too-large', bytes: 0 }
}
