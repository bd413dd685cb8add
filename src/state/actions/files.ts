import { emptyWorkflow, type Point } from '@/document/edits'
import { replaceDocument } from '../documentStore'

export async function newWorkflow(): Promise<void> {
  replaceDocument(emptyWorkflow(crypto.randomUUID()), 'edit')
}
export async function openExample(_id: string): Promise<void> {}
export async function openFiles(_files: File[], _position?: Point): Promise<void> {}
export async function chooseDataFile(_node: string, _file: File): Promise<void> {}
export async function saveFile(): Promise<void> {}
export type ShareLink = { kind: 'link'; url: string } | { kind: 'too-large'; bytes: number }
export async function makeShareLink(): Promise<ShareLink> {
  return { kind: 'too-large', bytes: 0 }
}
export async function allowDocument(): Promise<void> {}
export async function takeOver(): Promise<void> {}
export async function startApp(): Promise<void> {}
