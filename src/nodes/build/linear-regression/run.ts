import { defineBuildRun } from '../learnerRun'
import definition from './definition'
import { linearPicture } from './preview'

export default defineBuildRun(definition, linearPicture)
