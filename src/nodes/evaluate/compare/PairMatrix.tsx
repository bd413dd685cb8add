import { UnstyledButton } from '@mantine/core'
import type { PairComparison } from './preview'
import { cellWords, turned, verdictSentence } from './words'

interface PairMatrixProps {
  names: string[]
  pairs: PairComparison[]
  /** Position of the pair that is looked at. */
  chosen: number
  onChoose: (pair: number) => void
}

/** How the learner of each row stands against the one of each column; a cell opens its tests. */
export function PairMatrix({ names, pairs, chosen, onChoose }: PairMatrixProps) {
  const at = (row: number, column: number) =>
    pairs.findIndex(
      ({ first, second }) => first === Math.min(row, column) && second === Math.max(row, column),
    )
  return (
    <div className="kit-scroll">
      <table className="kit-table kit-plain">
        <caption>
          <span>How the learner of a row stands against that of a column; choose a cell for the tests</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            {names.map((name, column) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => (
            <tr key={row}>
              <th scope="row" className="kit-wrap">
                {name}
              </th>
              {names.map((_, column) => (
                <td key={column}>
                  {row === column ? (
                    '–'
                  ) : (
                    <Cell
                      pair={pairs[at(row, column)]}
                      isTurned={row > column}
                      isChosen={at(row, column) === chosen}
                      names={names}
                      onChoose={() => onChoose(at(row, column))}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  pair: PairComparison
  isTurned: boolean
  isChosen: boolean
  names: string[]
  onChoose: () => void
}

const tones = { first: 'good', second: 'bad', equivalent: 'quiet', open: 'warn', unknown: 'quiet' } as const

function Cell({ pair, isTurned, isChosen, names, onChoose }: CellProps) {
  const verdict = isTurned ? turned[pair.verdict] : pair.verdict
  const sentence = verdictSentence(pair, names[pair.first], names[pair.second])
  return (
    <UnstyledButton aria-pressed={isChosen} title={sentence} onClick={onChoose}>
      <span
        className="kit-badge"
        data-tone={tones[verdict]}
        style={isChosen ? { outline: '2px solid var(--mark)' } : undefined}
      >
        {cellWords[verdict]}
      </span>
    </UnstyledButton>
  )
}
