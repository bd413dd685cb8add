import { defineBuildRun } from '../learnerRun'
import definition from './definition'
import { treePicture } from './preview'

export default defineBuildRun(definition, treePicture)
