import { defineBuildRun } from '../learnerRun'
import definition from './definition'
import { networkPicture } from './preview'

export default defineBuildRun(definition, networkPicture)
