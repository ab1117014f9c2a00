import { useEffect, useState } from 'preact/hooks'
import { askLeave, chooseFolder, forgetFolder, keptFolder, mayWriteNow } from './folder'

/** The folder for backups, and what can be done about it. Each of the doings is to be called in a click. */
export interface HeldFolder {
  readonly name: string | undefined
  /** False where the browser wants to ask again before anything is written. */
  readonly mayWrite: boolean
  /** True once there is one that may be written to. */
  readonly choose: () => Promise<boolean>
  readonly allow: () => Promise<boolean>
  readonly forget: () => Promise<void>
}

/** The folder that was picked, as it is now. */
export function useFolder(): HeldFolder {
  const [folder, setFolder] = useState<{ readonly name: string; readonly mayWrite: boolean }>()
  const look = async (): Promise<boolean> => {
    const [kept, mayWrite] = await Promise.all([keptFolder(), mayWriteNow()])
    setFolder(kept && { name: kept.name, mayWrite })
    return mayWrite
  }
  useEffect(() => void look().catch(console.error), [])
  return {
    name: folder?.name,
    mayWrite: folder?.mayWrite ?? false,
    choose: async () => (await chooseFolder()) !== undefined && (await look()),
    allow: async () => (await askLeave()) && (await look()),
    forget: async () => {
      await forgetFolder()
      await look()
    },
  }
}
