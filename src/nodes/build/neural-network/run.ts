import type { JsonObject } from '@/base/json'
import { defineRun } from '@/contract/run'
import { learnerOf, trainedOutcome } from '../learnerRun'
import definition from './definition'
import { layerPictures } from './layerPictures'
import { networkPicture } from './preview'
import { surfaceOf } from './surface'

export default defineRun(definition, async ({ params, inputs, context }) => {
  const learner = learnerOf(definition, context.node, params as JsonObject)
  const outcome = await trainedOutcome(learner, inputs.data, { context, picture: networkPicture })
  const { model } = outcome.outputs.model
  const surface = await surfaceOf(model, inputs.data, context)
  return { ...outcome, preview: { ...outcome.preview, layers: layerPictures(model), surface } }
})
