import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Reads a model that is trained already, pairs what it expects with the columns of the wired data, and hands it on as if it had been trained here: to be judged, compared by its predictions, explained and deployed. A model downloaded here brings its whole preparation; a TensorFlow.js layers model or an ONNX model takes the preparation that is wired before it. ONNX models are run by ONNX Runtime, which is loaded (14 MB) when the first one is used; they take tables of numbers.',
  when: 'When a model was trained in another workflow, by someone else or on another device, and you want to see how it does on your rows, put it beside your own, or let it answer requests.',
  pitfalls:
    'It cannot be trained again, so cross-validation, tuning and learning curves do not take it: judge it on rows that it has never seen. Nobody here can know which rows it was trained on; if some are among your test rows, the figures promise too much. An ONNX model cannot be deployed to the endpoint, which does not carry the program that runs it. Columns paired in the wrong order give answers that look sound and are not.',
} satisfies Explanation
