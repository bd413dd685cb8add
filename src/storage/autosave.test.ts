import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type SaveState } from './autosave'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An autosave onto a disk that the test can slow down or break. */
function setUp() {
  const written: string[] = []
  const states: SaveState['kind'][] = []
  const disk = { broken: false, wait: Promise.resolve() }
  const autosave = createAutosave<string>({
    write: async (value) => {
      await disk.wait
      if (disk.broken) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
      written.push(value)
    },
    onState: (state) => states.push(state.kind),
  })
  return { autosave, written, states, disk }
}

describe('autosave', () => {
  it('writes the newest value within 300 ms, and says saved only then', async () => {
    const { autosave, written, states } = setUp()
    autosave.changed('a')
    autosave.changed('b')
    expect(states).toEqual(['saving', 'saving'])
    await vi.advanceTimersByTimeAsync(300)
    expect(written).toEqual(['b'])
    expect(states.at(-1)).toBe('saved')
  })

  it('does not wait longer because edits go on', async () => {
    const { autosave, written } = setUp()
    for (let i = 0; i < 10; i++) {
      autosave.changed(String(i))
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(written.length).toBeGreaterThanOrEqual(2)
  })

  it('is not saved while a newer value waits', async () => {
    const { autosave, written, states, disk } = setUp()
    let release = () => {}
    disk.wait = new Promise((resolve) => (release = resolve))
    autosave.changed('a')
    await vi.advanceTimersByTimeAsync(300)
    autosave.changed('b')
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(written).toEqual(['a', 'b'])
    expect(states).toEqual(['saving', 'saving', 'saved'])
  })

  it('says that nothing is saved when storage fails, and resumes by itself with the newest value', async () => {
    const { autosave, written, states, disk } = setUp()
    disk.broken = true
    autosave.changed('a')
    await vi.advanceTimersByTimeAsync(300)
    expect(states.at(-1)).toBe('not-saved')
    autosave.changed('b')
    expect(states.at(-1)).toBe('not-saved')
    disk.broken = false
    await vi.advanceTimersByTimeAsync(2500)
    expect(written).toEqual(['b'])
    expect(states.at(-1)).toBe('saved')
  })

  it('flushes at once, and writes nothing more once it is abandoned', async () => {
    const { autosave, written } = setUp()
    autosave.changed('a')
    await autosave.flush()
    expect(written).toEqual(['a'])
    autosave.changed('b')
    autosave.abandon()
    await vi.advanceTimersByTimeAsync(1000)
    expect(written).toEqual(['a'])
  })
})
