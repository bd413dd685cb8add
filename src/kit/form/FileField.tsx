import { Button, FileButton, Input } from '@mantine/core'
import { IconFile, IconUpload } from '@tabler/icons-react'
import { formatBytes } from '@/base/format'
import type { FieldProps } from './context'

interface NamedFile {
  name?: unknown
  size?: unknown
}

const dataFiles =
  '.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.geojson,.parquet,.gz,text/csv,text/tab-separated-values,text/plain,application/json,application/gzip'

/** The chosen file, and a button that opens the device's own file chooser. */
export function FileField({ field, value, form }: FieldProps) {
  const file = typeof value === 'object' && value !== null ? (value as NamedFile) : null
  const name =
    typeof file?.name === 'string' ? file.name : typeof value === 'string' && value !== '' ? value : null
  const problem = form.problem(field.name)
  return (
    <Input.Wrapper size="xs" label={field.title} labelElement="div" error={problem}>
      <div className="kit-row" style={{ minHeight: 30 }}>
        {name !== null && (
          <span style={{ display: 'inline-flex', gap: 5, alignItems: 'center', minWidth: 0 }}>
            <IconFile size={14} aria-hidden="true" style={{ flex: 'none' }} />
            <span className="kit-clip" title={name}>
              {name}
            </span>
            {typeof file?.size === 'number' && (
              <span className="kit-quiet" style={{ flex: 'none' }}>
                {formatBytes(file.size)}
              </span>
            )}
          </span>
        )}
        <FileButton
          accept={
            field.schema.takesOnly ?? `${field.schema.accept ? `${field.schema.accept},` : ''}${dataFiles}`
          }
          disabled={form.disabled}
          onChange={(picked) => picked && form.onFile(picked, field.name)}
        >
          {(props) => (
            <Button
              {...props}
              style={{ flex: 'none' }}
              leftSection={<IconUpload size={13} />}
              disabled={form.disabled}
            >
              {name === null ? 'Choose a file' : 'Another file'}
            </Button>
          )}
        </FileButton>
      </div>
    </Input.Wrapper>
  )
}
