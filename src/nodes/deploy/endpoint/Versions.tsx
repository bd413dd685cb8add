import { Button, NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatMoment } from '@/base/format'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import type { EndpointAccess, ViewProps } from '@/kit/view'
import type { Release, ReleaseChange } from '@/values/release'
import type { EndpointPreview } from './preview'
import { actionsFor, eventText, roleText } from './versionTexts'

const eventsShown = 20

/** Which versions there are under the name, which of them answers, and what happened to them; alive in every tab. */
export function Versions({ preview, endpoint }: ViewProps<EndpointPreview>) {
  const release = useRelease(preview.name, endpoint)
  if (!endpoint) return <p className="kit-quiet">Versions need a page with a running endpoint.</p>
  if (!release)
    return <p className="kit-quiet">Nothing is deployed under “{preview.name}” in this browser yet.</p>
  const change = (wanted: ReleaseChange) => void endpoint.change(preview.name, wanted)
  return (
    <div className="kit-stack">
      <VersionTable release={release} onChange={change} />
      <Split release={release} onChange={change} />
      <p className="kit-quiet">
        The champion answers, the challenger answers its share of the requests, and the shadow is asked the
        same but never heard; all three are written down. One version can be asked by its number or its role:
        put
        <code> /versions/{release.champion}</code> or <code>/versions/champion</code> before{' '}
        <code>/infer</code>.
      </p>
      <div className="kit-wrap">
        <SimpleTable
          caption="What happened"
          columns={['When', 'What']}
          rows={release.events
            .slice(-eventsShown)
            .toReversed()
            .map((event) => [formatMoment(event.at), eventText(event)])}
        />
      </div>
    </div>
  )
}

function useRelease(name: string, endpoint: EndpointAccess | undefined): Release | null {
  const [known, setKnown] = useState<Release | null>(null)
  useEffect(() => endpoint?.watch(name, setKnown), [name, endpoint])
  return known?.name === name ? known : null
}

interface Props {
  release: Release
  onChange: (change: ReleaseChange) => void
}

function VersionTable({ release, onChange }: Props) {
  return (
    <ul className="kit-versions" aria-label="Versions">
      {release.versions.toReversed().map((info) => (
        <li key={info.version} className="kit-version">
          <div>
            <strong>Version {info.version}</strong>
            <div>{roleText(release, info.version)}</div>
            <div className="kit-quiet">
              Deployed {formatMoment(info.deployedAt)}
              {info.by ? ` by “${info.by.name}”` : ''}
            </div>
          </div>
          <div className="kit-version-actions">
            {actionsFor(release, info.version).map(({ title, change }) => (
              <Button
                key={title}
                size="compact-xs"
                variant="default"
                aria-label={`${title} version ${info.version}`}
                onClick={() => onChange(change)}
              >
                {title}
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Split({ release, onChange }: Props) {
  if (release.challenger === null) return null
  const percent = Math.round(release.share * 100)
  const set = (value: string | number) => {
    const share = Number(value) / 100
    if (value !== '' && share >= 0 && share <= 1) onChange({ kind: 'split', share })
  }
  return (
    <NumberInput
      label="Share of the challenger"
      description="Of all requests, in percent"
      size="xs"
      min={0}
      max={100}
      value={percent}
      onChange={set}
      style={{ maxWidth: 220 }}
    />
  )
}
