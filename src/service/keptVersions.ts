import type { Deployment } from '@/values/deployment'
import type { VersionInfo } from '@/values/release'

type Read = (name: string, version: number) => Promise<Deployment | null>

/** Champion, challenger and shadow of a few names. */
const mostKept = 6

/** Models stay in memory while they are asked: reading one from the device takes longer than its answer. */
export class KeptVersions {
  readonly #kept = new Map<string, Promise<Deployment | null>>()
  readonly #read: Read

  constructor(read: Read) {
    this.#read = read
  }

  /** The fingerprint tells a version from one of the same number that was deployed after the name was deleted. */
  async get(name: string, { version, fingerprint }: VersionInfo): Promise<Deployment | null> {
    const key = JSON.stringify([name, version, fingerprint])
    const reading = this.#kept.get(key) ?? this.#read(name, version)
    this.#kept.delete(key)
    this.#kept.set(key, reading)
    this.#forget()
    try {
      const found = await reading
      if (!found) this.#kept.delete(key)
      return found
    } catch (error) {
      this.#kept.delete(key)
      throw error
    }
  }

  /** The one that was asked for the longest time ago goes first. */
  #forget(): void {
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) return
      this.#kept.delete(key)
    }
  }
}
