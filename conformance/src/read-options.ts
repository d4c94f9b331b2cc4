const help = new Set(['--help', '-h'])

/** The options of this process; prints `usage` and ends it where that is asked for or they cannot be read. */
export function readOptions<T>(usage: string, read: (args: readonly string[]) => T): T {
  const args = process.argv.slice(2)
  if (args.some((arg) => help.has(arg))) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return read(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}
