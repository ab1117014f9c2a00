/** The keys that save wherever a note is written: Ctrl or Cmd with Enter. */
export function isSaveKey({ key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return key === 'Enter' && (ctrlKey || metaKey)
}
