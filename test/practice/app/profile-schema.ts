import { useEffect } from 'react'
import type { XUser } from './state.ts'

const counter = (name: string, type: string, count: number): object =>
  ({ '@type': 'InteractionCounter', interactionType: `https://schema.org/${type}`, name, userInteractionCount: count })

function describe(user: XUser): object {
  return {
    '@context': 'http://schema.org', '@type': 'ProfilePage', dateCreated: user.created_at,
    mainEntity: {
      '@type': 'Person', additionalName: user.screen_name, description: user.description, givenName: user.name,
      homeLocation: { '@type': 'Place', name: user.location }, identifier: user.id_str,
      interactionStatistic: [
        counter('Follows', 'FollowAction', user.followers_count), counter('Friends', 'SubscribeAction', user.friends_count), counter('Tweets', 'WriteAction', user.statuses_count),
      ],
      url: `https://x.com/${user.screen_name}`,
    },
    contentRating: '',
  }
}

/** Puts the profile's description for search engines into the head, a moment after the page shows it, as react-helmet does. */
export function useProfileSchema(user: XUser | undefined): void {
  useEffect(() => {
    if (!user) return undefined
    const frame = requestAnimationFrame(() => {
      document.head.querySelector('script[data-testid=UserProfileSchema-test]')?.remove()
      const script = document.createElement('script')
      script.type = 'application/ld+json'
      script.dataset.testid = 'UserProfileSchema-test'
      script.dataset.rh = 'true'
      script.textContent = JSON.stringify(describe(user))
      document.head.append(script)
      document.title = `${user.name} (@${user.screen_name}) / X`
    })
    return () => {
      cancelAnimationFrame(frame)
      document.head.querySelector('script[data-testid=UserProfileSchema-test]')?.remove()
    }
  }, [user])
}
