/** The seven stages of the machine-learning life cycle, in order. The one list that everything derives from. */
export const stages = [
  { id: 'problem', title: 'Problem understanding' },
  { id: 'gather', title: 'Data gathering' },
  { id: 'prepare', title: 'Data preparation' },
  { id: 'build', title: 'Model building' },
  { id: 'evaluate', title: 'Model evaluation' },
  { id: 'deploy', title: 'Model deployment' },
  { id: 'monitor', title: 'Monitoring & updating' },
] as const

export type StageId = (typeof stages)[number]['id']

export const stageTitle = (id: StageId): string => stages[stageIndex(id)].title

export const stageIndex = (id: StageId): number => stages.findIndex((stage) => stage.id === id)
