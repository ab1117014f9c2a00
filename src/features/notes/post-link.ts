const POST = /^https:\/\/(?:(?:pro\.|mobile\.)?x|twitter)\.com\/([A-Za-z0-9_]{1,15})\/status\/([0-9]{1,20})$/

/** The address of a note's post, always at x.com; undefined for anything else, since notes also come from imports and colleagues. */
export function postLink(post: string | undefined): string | undefined {
  const [, author, id] = POST.exec(post ?? '') ?? []
  return author && id && `https://x.com/${author}/status/${id}`
}
