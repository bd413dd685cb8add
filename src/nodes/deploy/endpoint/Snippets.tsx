import { CopyButton, Button } from '@mantine/core'
import type { ViewProps } from '@/kit/view'
import type { EndpointPreview } from './preview'
import { curlSnippet, fetchSnippet } from './snippetText'

/** The same request as JavaScript and as a cURL command, ready to copy. */
export function Snippets({ preview, endpoint }: ViewProps<EndpointPreview>) {
  const address = endpoint?.address(preview.name) ?? `v2/models/${preview.name}/infer`
  return (
    <div className="kit-stack">
      <Snippet
        title="fetch"
        code={fetchSnippet(address, preview.example)}
        note="Works in this browser, on any page below the address of this app."
      />
      <Snippet
        title="cURL"
        code={curlSnippet(address, preview.example)}
        note="The same request for a model server that speaks this protocol. This endpoint lives in the browser: a terminal cannot reach it."
      />
    </div>
  )
}

function Snippet({ title, code, note }: { title: string; code: string; note: string }) {
  return (
    <div>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <h4 className="kit-heading">{title}</h4>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="default"
              onClick={copy}
              aria-label={`Copy the ${title} snippet`}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
      <pre className="kit-code" tabIndex={0} aria-label={`${title} snippet`}>
        {code}
      </pre>
      <p className="kit-quiet">{note}</p>
    </div>
  )
}
