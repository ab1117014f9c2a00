function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

/** A cross. */
export const CloseIcon = () => <Icon path="M5 5l10 10M15 5L5 15" />

/** A pencil. */
export const EditIcon = () => <Icon path="M4 16l.8-3.4L13.4 4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3L7.4 15.2z" />

/** A pin. */
export const PinIcon = () => <Icon path="M7 3.5h6M8 3.5l-.5 5L5 11.5h10l-2.5-3L12 3.5M10 11.5V17" />

/** A bin. */
export const RemoveIcon = () => <Icon path="M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.5 9v4.5M11.5 9v4.5" />

/** An arrow back. */
export const UndoIcon = () => <Icon path="M8 4L4 8l4 4M4 8h7a4.5 4.5 0 0 1 0 9H8" />

/** Out of here, into another tab. */
export const OutIcon = () => <Icon path="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />

/** A magnifying glass. */
export const SearchIcon = () => <Icon path="M13 8.5a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0M11.7 11.7L16 16" />

/** A plus. */
export const AddIcon = () => <Icon path="M10 4v12M4 10h12" />

/** A tick. */
export const CheckIcon = () => <Icon path="M4 10.5l4 4 8-9" />
