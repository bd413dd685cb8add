import type { Json } from '@/base/json'
import * as edits from '@/document/edits'
import { edit } from '../documentStore'

/** Sets one parameter of a node; typing into a field is one step of undo. */
export function setParam(node: string, name: string, value: Json): void {
  edit((document) => edits.setParam(document, node, name, value), `param:${node}:${name}`)
}

/** An empty title means the title of the type. */
export function setTitle(node: string, title: string): void {
  edit((document) => edits.setTitle(document, node, title), `title:${node}`)
}

export function setName(name: string): void {
  edit((document) => edits.setName(document, name), 'name')
}

export function setSeed(seed: number): void {
  edit((document) => edits.setSeed(document, seed), 'seed')
}
