import type { Workflow } from '@/document/schema'
export async function readStored(text: string): Promise<Workflow | null> {
  return JSON.parse(text)
}
