import type { Json } from '@/base/json'

/** A request as JavaScript that prints the answer. */
export function fetchSnippet(address: string, request: Json): string {
  return [
    `const response = await fetch(${JSON.stringify(address)}, {`,
    `  method: 'POST',`,
    `  headers: { 'content-type': 'application/json' },`,
    `  body: JSON.stringify(${JSON.stringify(request, null, 2).replaceAll('\n', '\n  ')}),`,
    `})`,
    `console.log(await response.json())`,
  ].join('\n')
}

/** A request as a shell command; single quotes in the data are escaped. */
export function curlSnippet(address: string, request: Json): string {
  const body = JSON.stringify(request).replaceAll("'", `'\\''`)
  return [`curl -X POST '${address}' \\`, `  -H 'content-type: application/json' \\`, `  -d '${body}'`].join(
    '\n',
  )
}
