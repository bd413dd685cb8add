import { useMemo, type ComponentType } from 'react'
import type { z } from 'zod'
import { ChoiceField, MetricField, SwitchField, TextField } from './BasicFields'
import { ClassField, ColumnField } from './ColumnFields'
import { ColumnsField } from './ColumnsField'
import { ColumnTableField } from './ColumnTableField'
import type { FieldProps, FormContext } from './context'
import { CredentialField } from './CredentialField'
import { FieldHelp } from './FieldLabel'
import { fieldWidth } from './fieldWidth'
import { fieldsOf, fitsTask, isShown, valueOf, type Field } from './fields'
import { FileField } from './FileField'
import { FormulaField } from './FormulaField'
import { GridField } from './grid/GridField'
import { JsonField } from './JsonField'
import { LayersField } from './LayersField'
import { NumberField } from './NumberField'
import { RecordsField } from './RecordsField'
import { SpaceField } from './SpaceField'
import { SqlField } from './sql/SqlField'
import { AgainField, RequestField } from './RequestField'

const byWidget: Record<string, ComponentType<FieldProps>> = {
  column: ColumnField,
  columns: ColumnsField,
  class: ClassField,
  'column-roles': ColumnTableField,
  'column-types': ColumnTableField,
  layers: LayersField,
  space: SpaceField,
  records: RecordsField,
  grid: GridField,
  sql: SqlField,
  file: FileField,
  formula: FormulaField,
  request: RequestField,
  again: AgainField,
  credential: CredentialField,
  metric: MetricField,
  text: TextField,
}

const byKind: Record<Field['kind'], ComponentType<FieldProps>> = {
  number: NumberField,
  boolean: SwitchField,
  choice: ChoiceField,
  text: TextField,
  list: JsonField,
  other: JsonField,
}

/** The parameters of a node, drawn from the schema of its type: they wrap, each group under its name. */
export function ParamForm({ schema, form }: { schema: z.ZodObject; form: FormContext }) {
  const fields = useMemo(() => fieldsOf(schema), [schema])
  const open = fields.filter((field) => fitsTask(field, form.task) && isShown(field, fields, form.params))
  const asks = open.some((field) => waitsForAddress(field, form))
  const shown = open.filter(({ group }) => !asks || group === null)
  if (shown.length === 0) return <p className="kit-quiet">This step has nothing to set.</p>
  const groups = inGroups(shown)
  return (
    <div className="kit-params">
      {groups.map(({ group, members }) => (
        <fieldset key={group ?? ''} className="kit-group">
          {groups.length > 1 && (group !== null || !members.some(isWide)) && (
            <legend>{group ?? '\u00a0'}</legend>
          )}
          <div className="kit-fields">
            {members.map((field) => (
              <FieldFrame key={field.name} field={field} value={valueOf(field, form.params)} form={form} />
            ))}
          </div>
        </fieldset>
      ))}
      {shown.length < open.length && (
        <p className="kit-quiet">How to read it can be set once there is an address.</p>
      )}
    </div>
  )
}

function FieldFrame(props: FieldProps) {
  const { field } = props
  const Control = byWidget[field.widget ?? ''] ?? byKind[field.kind]
  return (
    <div className="kit-field" style={{ width: widthOf(field) }}>
      <Control {...props} />
      <FieldHelp field={field} />
    </div>
  )
}

/** Ungrouped fields first, then the groups in the order in which they begin. */
function inGroups(fields: Field[]): { group: string | null; members: Field[] }[] {
  const names = [null, ...new Set(fields.flatMap((field) => field.group ?? []))]
  const groups = names.map((group) => ({ group, members: fields.filter((field) => field.group === group) }))
  return groups.filter(({ members }) => members.length > 0)
}

const widths: Partial<Record<NonNullable<Field['widget']>, number | string>> = {
  'column-roles': 'min(100%, 1000px)',
  'column-types': 'min(100%, 1000px)',
  columns: 250,
  layers: 'min(100%, 640px)',
  space: 'min(100%, 620px)',
  records: 380,
  grid: 'min(100%, 1200px)',
  sql: 'min(100%, 1100px)',
  file: 'auto',
  formula: 'min(100%, 620px)',
  request: 'min(100%, 420px)',
  again: 'auto',
  credential: 'min(100%, 460px)',
  text: 250,
  column: 180,
  class: 180,
}

/** Until it is known where the data lie there is nothing to correct about how they are read. */
const waitsForAddress = (field: Field, { params }: FormContext): boolean =>
  field.widget === 'request' && field.group === null && valueOf(field, params) === ''

/** Fields as wide as the form: nothing stands beside them that they would have to line up with. */
const isWide = ({ widget }: Field): boolean => widget === 'grid' || widget === 'sql'

const widthOf = (field: Field): number | string => widths[field.widget ?? 'hidden'] ?? fieldWidth(field)
