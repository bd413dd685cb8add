import { useShallow } from 'zustand/react/shallow'
import { stages, type StageId } from '@/contract/stages'
import { definitions } from '@/nodes/definitions'
import { select } from '@/state/actions'
import { documentStore, useDocument } from '@/state/documentStore'
import { useRun } from '@/state/runStore'
import { stageStates, type StageState } from '@/state/selectors'
import type { RunState } from '@/state/types'
import { StateShape } from '../canvas/StateMark'
import { canvasView } from '../canvas/view'
import { stageSoftColour, StageIcon } from '../theme/stages'

/** The seven stages in order, each with its state; a press shows its nodes. */
export function LifeCycleBar() {
  const nodes = useDocument((state) => state.document.nodes)
  const states = useRun(
    useShallow((run) => stageStates(documentStore.getState(), run).map(({ state }) => state)),
  )
  const alerts = useRun(useShallow((run) => stages.map(({ id }) => countWarnings(id, run))))
  return (
    <section aria-label="Life cycle" className="sc-cycle">
      <ol>
        {stages.map(({ id, title }, index) => (
          <li key={id}>
            <button
              type="button"
              className="sc-stage"
              data-state={states[index]}
              style={{ background: states[index] === 'empty' ? 'transparent' : stageSoftColour(id) }}
              aria-label={[title, words[states[index]], ...warningWords(alerts[index])].join(', ')}
              title={`${title}: ${words[states[index]]}`}
              disabled={!nodes.some((node) => definitions.get(node.type)?.stage === id)}
              onClick={() => showStage(id)}
            >
              <StageIcon stage={id} size={15} />
              <StageTitle title={title} word={stageWords[id]} />
              <StageMark state={states[index]} warnings={alerts[index]} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The word that stands for a stage where its whole title does not fit. */
const stageWords: Record<StageId, string> = {
  problem: 'Problem',
  gather: 'gathering',
  prepare: 'preparation',
  build: 'building',
  evaluate: 'evaluation',
  deploy: 'deployment',
  monitor: 'Monitoring',
}

function StageTitle({ title, word }: { title: string; word: string }) {
  const [before, after] = title.split(word)
  return (
    <span className="sc-stage-title">
      <span className="sc-stage-rest">{before}</span>
      <span className="sc-stage-word">{word}</span>
      <span className="sc-stage-rest">{after}</span>
    </span>
  )
}

function StageMark({ state, warnings }: { state: StageState; warnings: number }) {
  return (
    <>
      {state !== 'empty' && <StateShape state={state} />}
      {warnings > 0 && (
        <span className="sc-stage-warnings" aria-hidden="true">
          ▲ {warnings}
        </span>
      )}
    </>
  )
}

const words: Record<StageState, string> = {
  empty: 'empty',
  ready: 'ready',
  running: 'running',
  done: 'done',
  failed: 'failed',
  stale: 'stale',
}

const warningWords = (count: number): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'warning' : 'warnings'}`]

const idsOf = (stage: StageId): string[] =>
  documentStore
    .getState()
    .document.nodes.filter((node) => definitions.get(node.type)?.stage === stage)
    .map((node) => node.id)

function showStage(stage: StageId): void {
  const ids = idsOf(stage)
  if (ids.length === 0) return
  select(ids)
  canvasView()?.fit(ids)
}

const countWarnings = (stage: StageId, run: RunState): number =>
  idsOf(stage).reduce((sum, id) => sum + (run.nodes.get(id)?.result?.warnings.length ?? 0), 0)
