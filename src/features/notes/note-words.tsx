import { isolated, word } from '../../ui/words'
import { piecesOf } from './note-links'

/** A note's words; addresses in them lead into another tab, which learns nothing of us. */
export function NoteWords({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, at) =>
        piece.link === undefined ? (
          piece.text
        ) : (
          <a key={at} href={piece.link} target="_blank" rel="noopener noreferrer" title={word('noteOpenLink', isolated(piece.host))}>
            <bdi>{piece.text}</bdi>
            {/* Letters of another script look alike: then the address says where it goes in letters that do not. */}
            {!piece.text.toLowerCase().includes(piece.host) && ` (${piece.host})`}
          </a>
        ),
      )}
    </>
  )
}
