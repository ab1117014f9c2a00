import { spawn } from 'node:child_process'

/** How a command is run beside the words of its command line. */
export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Shows the output as it comes, instead of keeping it. */
  readonly isShown?: boolean
  readonly timeout?: number
}

export interface CommandResult {
  readonly isFine: boolean
  readonly output: string
  readonly hasTimedOut: boolean
}

/** Runs a program to its end; a failure is a value, not an error. */
export function runCommand(program: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      env: { ...process.env, ...options.env },
      stdio: options.isShown === true ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let hasTimedOut = false
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => { output += piece.toString() })
    const timer = options.timeout === undefined ? undefined : setTimeout(() => {
      hasTimedOut = true
      child.kill('SIGKILL')
    }, options.timeout)
    child.on('error', (error) => { output += error.message })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ isFine: code === 0, output, hasTimedOut })
    })
  })
}

/** Runs a JavaScript file with this very Node, which needs no shell on any system. */
export function runNode(args: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return runCommand(process.execPath, args, options)
}
