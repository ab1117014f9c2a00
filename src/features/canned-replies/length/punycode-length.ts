const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const FIRST_BIAS = 72
const FIRST_CODE = 128
const PREFIX = 'xn--'.length

/** How long a label of a host name is in the letters that the network knows. Source: RFC 3492, of which only the length is needed. */
export function punycodeLength(label: string): number {
  const codes = Array.from(label, (sign) => sign.codePointAt(0) ?? 0)
  const basic = codes.filter((code) => code < FIRST_CODE).length
  if (basic === codes.length) return label.length
  let length = PREFIX + basic + (basic > 0 ? 1 : 0)
  let [bias, delta, handled, code] = [FIRST_BIAS, 0, basic, FIRST_CODE]
  while (handled < codes.length) {
    const next = Math.min(...codes.filter((one) => one >= code))
    delta += (next - code) * (handled + 1)
    for (const one of codes) {
      if (one < next) delta += 1
      if (one !== next) continue
      length += digitsOf(delta, bias)
      bias = adapt(delta, handled + 1, handled === basic)
      delta = 0
      handled += 1
    }
    delta += 1
    code = next + 1
    if (length > 255) return length
  }
  return length
}

function digitsOf(delta: number, bias: number): number {
  let rest = delta
  let digits = 1
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias))
    if (rest < threshold) return digits
    rest = Math.floor((rest - threshold) / (BASE - threshold))
    digits += 1
  }
}

function adapt(delta: number, handled: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / handled)
  let bias = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; bias += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
