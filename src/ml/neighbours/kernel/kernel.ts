import { openKernel, type Workspace as WorkspaceOf } from '../../kernels/workspace'
import { kernelBytes } from './kernelBytes'

/** The functions of kernel.as; addresses in bytes. */
export interface Kernel {
  find(
    ...args: [
      ...[tree: number, turned: number, asked: number, without: number, scale: number, slack: number],
      ...[k: number, distances: number, places: number],
    ]
  ): void
}

export type Workspace = WorkspaceOf<Kernel>

export const openWorkspace = (): Workspace => openKernel<Kernel>(kernelBytes)
