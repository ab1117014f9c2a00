import { Button } from '../../ui/button'
import { word } from '../../ui/words'

/** How far something long has come; `of` is 0 while nobody knows how long it will be. */
export interface Progress {
  readonly label: string
  readonly done: number
  readonly of: number
}

/** A bar, its words for everybody, and the way out. Its place is there from the start, so that screen readers notice. */
export function ProgressLine({ progress, onCancel }: { readonly progress: Progress | undefined; readonly onCancel: () => void }) {
  const percent = progress && progress.of > 0 ? Math.floor((progress.done / progress.of) * 10) * 10 : undefined
  return (
    <div class="progress-line">
      <p class="unseen" role="status">{progress && `${progress.label} ${percent === undefined ? '' : `${percent} %`}`}</p>
      {progress && (
        <div class="row">
          <span aria-hidden="true">{progress.label}</span>
          <progress aria-label={progress.label} max={progress.of || undefined} value={progress.of ? progress.done : undefined} />
          <Button onClick={onCancel}>{word('backupCancel')}</Button>
        </div>
      )}
    </div>
  )
}
