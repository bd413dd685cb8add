import './dialogs.css'
import { Button, Loader, Modal, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { formatBytes } from '@/base/format'
import { makeShareLink, saveFile } from '@/state/actions'
import { useDialog } from './useDialog'

type Link = Awaited<ReturnType<typeof makeShareLink>>

/** A link that carries the workflow itself; nothing is uploaded. */
export function ShareDialog() {
  const dialog = useDialog('share')
  return (
    <Modal {...dialog} title="Share this workflow" size="lg">
      {dialog.opened && <ShareBody />}
    </Modal>
  )
}

function ShareBody() {
  const [link, setLink] = useState<Link | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    makeShareLink().then(
      (made) => wanted && setLink(made),
      (error: unknown) => wanted && setProblem(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      wanted = false
    }
  }, [])
  if (problem !== null) return <p role="alert">The link could not be made: {problem}</p>
  if (!link) return <Loader size="sm" role="status" aria-label="Making the link" />
  return link.kind === 'link' ? <LinkField url={link.url} /> : <TooLarge bytes={link.bytes} />
}

function LinkField({ url }: { url: string }) {
  const { copy, copied, error } = useClipboard({ timeout: 2500 })
  return (
    <div className="sc-share">
      <p>
        The link carries the whole workflow, compressed. Nothing is uploaded; data files travel only where you
        chose to put them inside the workflow.
      </p>
      <div className="sc-share-row">
        <TextInput aria-label="Link" value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
        <Button variant="filled" onClick={() => copy(url)}>
          {copied ? 'Copied' : 'Copy link'}
        </Button>
      </div>
      <p role="status" className="sc-share-note">
        {error
          ? 'The browser did not allow copying: select the link and copy it by hand.'
          : `${formatBytes(url.length)} long.`}
      </p>
    </div>
  )
}

function TooLarge({ bytes }: { bytes: number }) {
  return (
    <div className="sc-share">
      <p>
        This workflow needs {formatBytes(bytes)}, more than the 64 kB that fit into a link. Share it as a file
        instead.
      </p>
      <Button variant="filled" onClick={() => void saveFile()}>
        Save as a file
      </Button>
    </div>
  )
}
