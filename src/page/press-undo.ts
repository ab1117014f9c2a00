/** Undoes the editor's last change by the key that a person would press, which Draft.js and our own fields hear. */
export function pressUndo(element: HTMLElement): void {
  element.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, bubbles: true, cancelable: true }),
  )
}
