import { defineBuildRun } from '../learnerRun'
import definition from './definition'
import { baselinePicture } from './preview'

export default defineBuildRun(definition, baselinePicture)
