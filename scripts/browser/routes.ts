/** Where the practice timeline stands in for the real hosts: every name of X that the extension knows. */
export const X_HOSTS = ['x.com', 'pro.x.com', 'mobile.x.com', 'twitter.com', 'api.x.com'] as const

/** Host name to a port on 127.0.0.1; every other name is refused, so nothing can leave the machine. */
export type Routes = Readonly<Record<string, number>>

/** Routes every name of X to the practice server. */
export function routesToPractice(port: number): Routes {
  return Object.fromEntries(X_HOSTS.map((host) => [host, port]))
}
