import { askingPages } from '../contract/answer-tab'
import type { Handle } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { OnPage } from '../features/people/on-page-messages'
import type { NamedPlace } from '../page/badge-layer'
import { takeStock } from '../page/health'
import { routeOf } from '../page/watch-route'
import { subjectOf } from './open-card'
import type { Overlay } from './overlay'

/** Tells our own pages who is on this one: the focused post's author, else the open post's, the profile's, or the chat's other side. Gives them to whoever asks here, too. */
export function tellWhoIsHere(window: Window, { placesNow, memory, settings }: Overlay, viewer: () => Handle | undefined, signal: AbortSignal): () => Subject | undefined {
  askingPages({ 'page/who': () => onPage() }, signal)

  function onPage(): OnPage {
    const { document, location } = window
    const stock = takeStock(document, location.pathname)
    const places = placesNow()
    const silent = settings()?.accountFacts === true && places.length > 0 && places.every(({ handle }) => !memory.factsOf(handle))
    return { subject: subject(places), viewer: viewer(), health: { ...stock, nothing: [...stock.nothing, ...(silent ? ['account facts'] : [])] } }
  }

  function subject(places: readonly NamedPlace[]): Subject | undefined {
    const place = focusedPlace(places) ?? placeOfRoute(places)
    return place && subjectOf(place, memory)
  }

  function focusedPlace(places: readonly NamedPlace[]): NamedPlace | undefined {
    const focus = window.document.activeElement
    const around = places.filter(({ element }) => focus !== window.document.body && element.contains(focus))
    return around.find(({ surface }) => surface === 'post') ?? around[0]
  }

  function placeOfRoute(places: readonly NamedPlace[]): NamedPlace | undefined {
    const route = routeOf(window.location.pathname)
    const of = (surface: string): NamedPlace | undefined => places.find((place) => place.surface === surface)
    if (route.name === 'post') return places.find(({ surface, post }) => surface === 'post' && post?.id === route.id)
    return route.name === 'chat' ? of('dm-header') : of('profile')
  }

  return () => subject(placesNow())
}
