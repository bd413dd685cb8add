import type { Task } from './objective'

/** How a metric reads: its name, when it applies, whether more is better, how it is computed. */
export interface MetricInfo {
  id: string
  title: string
  tasks: readonly Task[]
  direction: 'higher' | 'lower'
  /** Least and greatest value that the metric can take; null where there is none. */
  bounds?: readonly [number | null, number | null]
  /** Shown one click away. */
  explain: string
}

const classes: readonly Task[] = ['binary', 'multiclass']
const binary: readonly Task[] = ['binary']
const regression: readonly Task[] = ['regression']

const share = [0, 1] as const
const fromZero = [0, null] as const

/** Every metric the product computes; the one list that forms, tables and rules derive from. */
export const metrics: readonly MetricInfo[] = [
  {
    id: 'accuracy',
    title: 'Accuracy',
    tasks: classes,
    direction: 'higher',
    bounds: share,
    explain: 'Share of rows whose class was predicted right.',
  },
  {
    id: 'balancedAccuracy',
    title: 'Balanced accuracy',
    tasks: classes,
    direction: 'higher',
    bounds: share,
    explain: 'Mean of the recalls of all classes: a rare class counts as much as a common one.',
  },
  {
    id: 'f1',
    title: 'F1',
    tasks: binary,
    direction: 'higher',
    bounds: share,
    explain: 'Harmonic mean of precision and recall of the positive class.',
  },
  {
    id: 'macroF1',
    title: 'Macro F1',
    tasks: classes,
    direction: 'higher',
    bounds: share,
    explain: 'Mean of the F1 of each class, every class weighted alike.',
  },
  {
    id: 'precision',
    title: 'Precision',
    tasks: binary,
    direction: 'higher',
    bounds: share,
    explain: 'Of the rows predicted positive, the share that is positive.',
  },
  {
    id: 'recall',
    title: 'Recall',
    tasks: binary,
    direction: 'higher',
    bounds: share,
    explain: 'Of the positive rows, the share that was predicted positive.',
  },
  {
    id: 'rocAuc',
    title: 'ROC AUC',
    tasks: classes,
    direction: 'higher',
    bounds: share,
    explain:
      'Chance that a random positive row is scored above a random negative one. For several classes: mean over one class against the rest.',
  },
  {
    id: 'averagePrecision',
    title: 'Average precision',
    tasks: binary,
    direction: 'higher',
    bounds: share,
    explain: 'Area under the precision–recall curve, as a sum of steps.',
  },
  {
    id: 'logLoss',
    title: 'Log loss',
    tasks: classes,
    direction: 'lower',
    bounds: fromZero,
    explain: 'Mean of −ln(probability given to the true class): punishes confident mistakes.',
  },
  {
    id: 'brier',
    title: 'Brier score',
    tasks: binary,
    direction: 'lower',
    bounds: share,
    explain: 'Mean squared difference between the predicted probability and what happened.',
  },
  {
    id: 'mcc',
    title: 'Matthews correlation',
    tasks: classes,
    direction: 'higher',
    bounds: [-1, 1],
    explain: 'Correlation between truth and prediction: 1 is perfect, 0 is chance.',
  },
  {
    id: 'cost',
    title: 'Cost',
    tasks: binary,
    direction: 'lower',
    bounds: fromZero,
    explain: 'Mean cost per row, with the costs of errors given in the objective.',
  },
  {
    id: 'r2',
    title: 'R²',
    tasks: regression,
    direction: 'higher',
    bounds: [null, 1],
    explain: 'Share of the variance of the target that the model explains.',
  },
  {
    id: 'rmse',
    title: 'RMSE',
    tasks: regression,
    direction: 'lower',
    bounds: fromZero,
    explain: 'Root of the mean squared error, in units of the target.',
  },
  {
    id: 'mae',
    title: 'MAE',
    tasks: regression,
    direction: 'lower',
    bounds: fromZero,
    explain: 'Mean absolute error, in units of the target.',
  },
  {
    id: 'medianAe',
    title: 'Median absolute error',
    tasks: regression,
    direction: 'lower',
    bounds: fromZero,
    explain: 'Half of the rows have an absolute error below this.',
  },
]

export const metricInfo = (id: string): MetricInfo | undefined => metrics.find((metric) => metric.id === id)

export const metricsFor = (task: Task): MetricInfo[] =>
  metrics.filter((metric) => metric.tasks.includes(task))

/** An interval without what the metric can never be; a metric that is not known here has no bounds. */
export function withinBounds(metric: string, low: number, high: number): { low: number; high: number } {
  const [least, greatest] = metricInfo(metric)?.bounds ?? [null, null]
  return { low: Math.max(low, least ?? -Infinity), high: Math.min(high, greatest ?? Infinity) }
}
