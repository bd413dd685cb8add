const failed = new Set<() => void>()

/**
 * A load that is started once and remembered. One that failed stays failed until `forgetFailed`: trying again while
 * its boundary is still on the way to the screen would go on without end.
 */
export function remember<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null
  return () => {
    if (loading) return loading
    loading = load()
    loading.catch(() => failed.add(() => (loading = null)))
    return loading
  }
}

/** What failed to load is tried again when it is next needed. */
export function forgetFailed(): void {
  failed.forEach((forget) => forget())
  failed.clear()
}
