import { Button } from '@mantine/core'
import { useRef } from 'react'
import { openFiles } from '@/state/actions'

/** Opens workflow files, and adds CSV or TSV files to the canvas. */
export function OpenButton() {
  const field = useRef<HTMLInputElement>(null)
  const open = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length > 0) void openFiles(files)
  }
  return (
    <>
      <Button onClick={() => field.current?.click()}>Open</Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label="File to open"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/tab-separated-values"
        onChange={(event) => open(event.currentTarget)}
      />
    </>
  )
}
