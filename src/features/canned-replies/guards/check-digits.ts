/** True for the digits of a payment card: 13 to 19, with the check digit of Luhn (ISO/IEC 7812-1). */
export function isCardNumber(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ''), Number)
  if (digits.length < 13 || digits.length > 19 || digits.every((digit) => digit === digits[0])) return false
  const sum = digits.toReversed().reduce((sum, digit, place) => sum + (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return sum % 10 === 0
}

/** True for an account number by ISO 13616: its remainder by 97 is 1. */
export function isIban(text: string): boolean {
  const bare = text.replace(/[ -]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false
  const moved = bare.slice(4) + bare.slice(0, 4)
  let remainder = 0
  for (const sign of moved) remainder = Number(`${remainder}${Number.parseInt(sign, 36)}`) % 97
  return remainder === 1
}
