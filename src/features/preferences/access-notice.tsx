import { Button } from '../../ui/button'
import { Banner } from '../../ui/notice'
import { word } from '../../ui/words'

/** Says that Regulars may not read X, with the way to mend it. */
export function AccessLost({ onGrant }: { readonly onGrant: () => void }) {
  return (
    <Banner>
      <p>
        <strong>{word('accessLost')}</strong>
      </p>
      <p>{word('accessLostMeaning')}</p>
      <p>
        <Button kind="primary" onClick={onGrant}>
          {word('accessGrant')}
        </Button>
      </p>
    </Banner>
  )
}
