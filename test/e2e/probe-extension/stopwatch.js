// Content script of the test-only probe: notes in which frame each badge came and what it said. It does nothing until asked.
let watch

const faceOf = (host) => openRoot(host)?.querySelector('[role=img]')

const noteBadges = ({ badges, known }, frame) => {
  for (const host of document.querySelectorAll(HOSTS)) {
    let badge = known.get(host)
    if (badge === undefined) {
      badge = { face: faceOf(host), words: [] }
      known.set(host, badge)
      badges.push(badge)
    }
    const label = badge.face?.getAttribute('aria-label') ?? ''
    if (label !== badge.words.at(-1)?.label) badge.words.push({ frame, label })
  }
}

const noteFrame = () => {
  if (watch === undefined) return
  const { frames, painted } = watch
  frames.push({ at: performance.now(), painted: 0 })
  noteBadges(watch, frames.length - 1)
  // A message posted here is delivered after this frame was painted.
  painted.postMessage(frames.length - 1)
  requestAnimationFrame(noteFrame)
}

const startWatch = () => {
  const { port1, port2 } = new MessageChannel()
  const frames = []
  port2.addEventListener('message', ({ data }) => { frames[data].painted = performance.now() })
  port2.start()
  watch = { frames, badges: [], known: new WeakMap(), painted: port1 }
  requestAnimationFrame(noteFrame)
  return true
}

const stopWatch = () => {
  const { frames, badges } = watch
  watch = undefined
  return { frames, badges: badges.map(({ words }) => words) }
}

Object.assign(ANSWERS, { 'start watch': startWatch, 'stop watch': stopWatch })
