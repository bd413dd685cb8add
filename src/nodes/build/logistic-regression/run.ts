import { defineBuildRun } from '../learnerRun'
import definition from './definition'
import { logisticPicture } from './preview'

export default defineBuildRun(definition, logisticPicture)
