import { use } from 'react'
import { remember } from '../boundary/remember'
import { ExampleTables } from './ExampleTables'

const load = remember(() => import('@/nodes/explanations'))

/** What a teacher would say about the step, with a small example where it has one. Suspends while it loads. */
export function Explain({ type }: { type: string }) {
  const explanation = use(load()).explanations.get(type)
  if (!explanation) return null
  const { does, when, pitfalls } = explanation
  return (
    <div className="sc-explain">
      <Part title="What it does" text={does} />
      <ExampleTables type={type} />
      <Part title="When to use it" text={when} />
      <Part title="What goes wrong" text={pitfalls} />
    </div>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <p>{text}</p>
    </section>
  )
}
