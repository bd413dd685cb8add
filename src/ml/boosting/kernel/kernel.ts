import { openKernel, type Workspace as WorkspaceOf } from '../../kernels/workspace'
import { kernelBytes } from './kernelBytes'

/** The functions of kernel.as; addresses and sizes in bytes. */
export interface Kernel {
  gather(rows: number, count: number, gradient: number, packed: number, pairs: number): void
  fill(
    ...args: [
      ...[rows: number, count: number, pairs: number, bins: number, stride: number],
      ...[features: number, featureCount: number, offsets: number, histogram: number],
    ]
  ): void
  subtract(parent: number, child: number, bytes: number): void
  partition(rows: number, count: number, column: number, sides: number, scratch: number): number
  split(
    ...args: [
      ...[histogram: number, bins: number, hasMissing: number, constantHessian: number, unit: number],
      ...[rows: number, gradient: number, hessian: number, value: number, lower: number, upper: number],
      ...[minimum: number, l2: number, direction: number, least: number, result: number],
    ]
  ): number
  splitAny(
    ...args: [
      ...[features: number, featureCount: number, offsets: number, bins: number, directions: number],
      ...[histogram: number, constantHessian: number, unit: number, rows: number],
      ...[gradient: number, hessian: number, value: number, lower: number, upper: number],
      ...[minimum: number, l2: number, result: number],
    ]
  ): number
  logistic(
    ...args: [
      ...[rows: number, count: number, raw: number, truth: number],
      ...[gradient: number, hessian: number, sums: number],
    ]
  ): number
  sum(rows: number, count: number, gradient: number, hessian: number, result: number): void
  pack(
    ...args: [
      ...[rows: number, count: number, hessian: number, packed: number],
      ...[unit: number, rounder: number],
    ]
  ): number
  descend(
    ...args: [
      ...[root: number, steps: number, row: number, rowBytes: number, count: number],
      ...[scores: number, scoreBytes: number],
    ]
  ): void
}

export type Workspace = WorkspaceOf<Kernel>

export const openWorkspace = (): Workspace => openKernel<Kernel>(kernelBytes)
