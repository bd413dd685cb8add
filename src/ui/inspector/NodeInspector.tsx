import { formatPlural } from '@/base/format'
import { asksPerson, describe } from '@/contract/errors'
import type { ParamMeta } from '@/contract/node'
import type { FormContext } from '@/kit/form/context'
import { ParamForm } from '@/kit/form/ParamForm'
import { checkFormula } from '@/ml/formula/check'
import { Badge, Notice } from '@/kit/Notice'
import { definitions } from '@/nodes/definitions'
import type { PlanError } from '@/plan/types'
import { chooseFile, setParam, setTitle } from '@/state/actions'
import { documentStore, useDocument } from '@/state/documentStore'
import { useRun } from '@/state/runStore'
import { columnsFor, currentError, titleOf } from '@/state/selectors'
import { taskFor } from '@/state/taskFor'
import { AllowOrigin } from '@/ui/results/AllowOrigin'
import { ShowNode } from '@/ui/results/ShowNode'
import { UseClosest } from '@/ui/results/UseClosest'
import { StageIcon } from '@/ui/theme/stages'
import type { z } from 'zod'
import { useShallow } from 'zustand/react/shallow'
import { EditableTitle } from './EditableTitle'
import { useQueryTables } from './queryTables'
import { useCredentials } from './useCredentials'
import { useWiredLearners } from './wiredLearners'

/** A node's title, what it does, what keeps it from running, and its parameters. */
export function NodeInspector({ id }: { id: string }) {
  const node = useDocument(({ document }) => document.nodes.find((candidate) => candidate.id === id))
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  const errors = useRun(useShallow((run) => run.plan.errors.filter((error) => error.node === id)))
  if (!node) return null
  const definition = definitions.get(node.type)
  const others = errors.filter((error) => !atParameter(error, definition?.params.shape))
  return (
    <>
      <header className="sc-inspector-head">
        {definition && <StageIcon stage={definition.stage} />}
        <EditableTitle
          title={titleOf(node)}
          placeholder={definition?.title ?? node.type}
          disabled={readOnly}
          onChange={(title) => setTitle(id, title)}
        />
        <p className="sc-summary">{definition?.summary}</p>
        <Warned id={id} />
      </header>
      <Problems id={id} errors={others} />
      {definition && (
        <NodeForm
          id={id}
          schema={definition.params}
          ports={definition.inputPorts.map(({ name }) => name)}
          errors={errors}
          disabled={readOnly}
          params={node.params}
        />
      )}
    </>
  )
}

const parameterOf = (error: PlanError): string | null =>
  error.kind === 'bad-parameter' ? error.parameter.split('.')[0] : null

const atParameter = (error: PlanError, shape: object | undefined): boolean => {
  const parameter = parameterOf(error)
  return parameter !== null && shape !== undefined && Object.hasOwn(shape, parameter)
}

/** How much the last run warned of: a word beside the title, so that a low screen keeps its lines for the form. */
function Warned({ id }: { id: string }) {
  const count = useRun(({ nodes, plan }) => {
    const result = nodes.get(id)?.result
    const key = plan.steps.find((step) => step.node === id)?.key
    return result && result.key === key ? result.warnings.length : 0
  })
  return count > 0 && <Badge tone="warn" text={`${formatPlural(count, 'warning')}: see Results`} />
}

/** What the plan says, and why the last run failed. */
function Problems({ id, errors }: { id: string; errors: PlanError[] }) {
  const failed = useFailure(id)
  // What is wrong with a query is said in its place.
  const failure = failed?.kind === 'sql' ? null : failed
  if (errors.length === 0 && !failure) return null
  return (
    <div className="kit-rows">
      {errors.map((error, index) => (
        <Notice
          key={index}
          tone={quiet(error) ? 'quiet' : 'bad'}
          cause={error.sentence}
          advice={error.advice}
          action={error.kind === 'blocked' && <ShowNode node={error.by} />}
        />
      ))}
      {failure && (
        <Notice
          tone={asksPerson(failure) ? 'warn' : 'bad'}
          {...describe(failure)}
          action={
            <>
              <AllowOrigin error={failure} />
              <UseClosest node={id} error={failure} />
            </>
          }
        />
      )}
    </div>
  )
}

const useFailure = (id: string) => useRun((run) => currentError(id, run))

/** A node that still waits for a wire is unfinished, not wrong. */
const quiet = (error: PlanError): boolean => error.kind === 'missing-input' || error.kind === 'blocked'

const asks = (schema: NodeFormProps['schema'], widget: ParamMeta['widget']): boolean =>
  Object.values(schema.shape).some((field) => (field as z.ZodType).meta()?.widget === widget)

interface NodeFormProps {
  id: string
  schema: Parameters<typeof ParamForm>[0]['schema']
  /** Names of the input ports. */
  ports: string[]
  params: Readonly<Record<string, unknown>>
  errors: PlanError[]
  disabled: boolean
}

function NodeForm({ id, schema, ports, params, errors, disabled }: NodeFormProps) {
  const columns = useRun((run) => columnsFor(id, documentStore.getState(), run))
  const byPort = useRun(
    useShallow((run) =>
      Object.fromEntries(ports.map((port) => [port, columnsFor(id, documentStore.getState(), run, port)])),
    ),
  )
  const task = useRun((run) => taskFor(id, documentStore.getState(), run))
  const failure = useFailure(id)
  const form: FormContext = {
    params,
    columns,
    columnsAt: (port) => byPort[port] ?? columns,
    task,
    disabled,
    problem: (param) => errors.find((error) => parameterOf(error) === param)?.sentence ?? null,
    checkFormula: (text) => checkFormula(text, columns),
    tables: useQueryTables(id, asks(schema, 'sql')),
    learners: useWiredLearners(id, asks(schema, 'space'), task),
    failure,
    credentials: useCredentials(id),
    onChange: (param, value) => setParam(id, param, value),
    onFile: (file, param) => void chooseFile(id, file, param),
  }
  return <ParamForm schema={schema} form={form} />
}
