import { openKernel, type Workspace as WorkspaceOf } from '../../kernels/workspace'
import { kernelBytes } from './kernelBytes'

/** The functions of kernel.as; addresses and sizes in bytes. */
export interface Kernel {
  approach(
    ...args: [x: number, rows: number, stride: number, centre: number, near: number, into: number]
  ): number
  assign(
    ...args: [
      ...[x: number, rows: number, stride: number, centres: number, k: number, half: number, shifts: number],
      ...[most: number, margin: number, labels: number, upper: number, lower: number],
      ...[sums: number, sizes: number],
    ]
  ): number
  inertia(x: number, rows: number, stride: number, centres: number, labels: number): number
}

export type Workspace = WorkspaceOf<Kernel>

export const openWorkspace = (): Workspace => openKernel<Kernel>(kernelBytes)
