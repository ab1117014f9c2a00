import type { ComponentChildren } from 'preact'

/** One subject of the options, with a sentence on what it does. */
export function Section({ id, title, lead, children }: { readonly id: string; readonly title: string; readonly lead?: string; readonly children: ComponentChildren }) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="quiet">{lead}</p>}
      {children}
    </section>
  )
}
