/** One program that reads feeds, started with a folder for what it keeps between runs. */
export interface Reader {
  /** Reads one address as the program would, the body to its end. Errors are its own affair. */
  read(url: string): Promise<void>
  close(): Promise<void>
}

export interface ReaderModule {
  open(folder: string, clock: { advance(ms: number): void }): Promise<Reader>
}

/** What the simulation tells the process of a reader. */
export interface Tick {
  now: number
  urls: readonly string[]
}
