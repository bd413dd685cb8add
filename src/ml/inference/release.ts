import type { JsonObject } from '@/base/json'
import { aliasOf, type Release } from '@/values/release'

/** Which versions there are and what each is used for, beside the metadata of the protocol. */
export function describeRelease(release: Release): JsonObject {
  const { versions, champion, challenger, shadow, share } = release
  return {
    versions: versions.map(({ version }) => String(version)),
    release: {
      champion,
      challenger,
      shadow,
      challenger_share: challenger === null ? 0 : share,
      versions: versions.map(({ version, deployedAt, learner, by }) => ({
        version,
        alias: aliasOf(release, version),
        deployed_at: deployedAt,
        learner,
        workflow: by?.name ?? null,
      })),
    },
  }
}
