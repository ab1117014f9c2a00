/** Runs in a hostile page: frames an address, itself or in a frame between, greets it with tickets, and gives whatever was answered in so many ms. */
export async function greetFrame(address: string, tickets: readonly string[], isNested: boolean, patience = 500): Promise<readonly unknown[]> {
  const heard: unknown[] = []
  let at: Document = document
  if (isNested) {
    const between = document.createElement('iframe')
    document.body.append(between)
    at = between.contentDocument!
  }
  const hear = ({ data, source }: MessageEvent<unknown>): void => {
    if (source !== window) heard.push(data)
  }
  window.addEventListener('message', hear)
  at.defaultView!.addEventListener('message', hear)
  const frame = at.createElement('iframe')
  frame.src = address
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve)
    setTimeout(resolve, 8_000)
  })
  at.body.append(frame)
  await loaded
  for (const ticket of tickets) {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => heard.push(data))
    port1.start()
    frame.contentWindow?.postMessage({ ticket, theme: 'dark', language: 'en', direction: 'ltr' }, '*', [port2])
  }
  for (const odd of [null, 0, 'ticket', [], { ticket: { toString: 1 } }, { regulars: 'people/view', asked: { handle: 'tobiokonkwo' } }, { announce: 'people/changed', keys: ['tobiokonkwo'] }, 'close', 'leave']) frame.contentWindow?.postMessage(odd, '*')
  await new Promise((resolve) => setTimeout(resolve, patience))
  window.removeEventListener('message', hear)
  return heard
}
