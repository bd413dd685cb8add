import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compress, toBase64Url } from '@/base/bytes'
import { loadWorkflow } from './load'
import { isWorkflowLink, linkLimit, packLink, unpackLink } from './share'
import { fixture, workflows } from './testing'

const linkOf = async (text: string) =>
  `workflow=${toBase64Url(await compress(new TextEncoder().encode(text)))}`

describe('share links', () => {
  it('carry any workflow, with or without the sign', async () => {
    await fc.assert(
      fc.asyncProperty(workflows, async (workflow) => {
        const hash = await packLink(workflow)
        expect(hash).toMatch(/^workflow=[\w-]*$/)
        expect(isWorkflowLink(hash) && isWorkflowLink(`#${hash}`)).toBe(true)
        expect(await unpackLink(hash)).toEqual({ ok: true, value: workflow })
        expect(await unpackLink(`#${hash}`)).toEqual({ ok: true, value: workflow })
      }),
      { numRuns: 30 },
    )
  })

  it('answer every cut and any text with an error', async () => {
    const hash = await linkOf(fixture(1))
    for (let end = 0; end < hash.length; end += 7)
      expect((await unpackLink(hash.slice(0, end))).ok).toBe(false)
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await unpackLink(`workflow=${text}`)).ok).toBe(false)
      }),
    )
  })

  it('are checked like a file', async () => {
    expect(await unpackLink(await linkOf('{"a":1}'))).toMatchObject({ error: { kind: 'not-a-workflow' } })
    expect(await unpackLink(await linkOf(fixture(0)))).toEqual(loadWorkflow(fixture(0)))
  })

  it('cannot fill the memory: a small link that inflates to much is refused', async () => {
    const bomb = await linkOf('0'.repeat(5_000_000))
    expect(bomb.length).toBeLessThan(linkLimit)
    expect(await unpackLink(bomb)).toMatchObject({ error: { kind: 'too-large' } })
    expect(await unpackLink(`workflow=${'A'.repeat(linkLimit)}`)).toMatchObject({
      error: { kind: 'too-large' },
    })
  })
})
