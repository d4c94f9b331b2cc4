import type { Answer } from './exchange.ts'

/** An answer, and how it came about. */
export interface Asked {
  answer: Answer
  /** Whether nobody was asked: it was here, and it was too early. */
  fromStore: boolean
  /** Whether the server was asked just now, conditionally. */
  revalidated: boolean
  /** Whether the server said 304: its body was here. */
  notModified: boolean
  /** Milliseconds since the server gave or confirmed it. */
  ageMs: number
  /** Milliseconds until it may be asked again. */
  nextMs: number
  /** What that wait follows from. */
  why: string
  /** Milliseconds that the requests took. */
  ms: number
}

/** An answer that came just now, and is not kept. */
export function askedNow(answer: Answer, ms: number): Asked {
  return {
    answer,
    fromStore: false,
    revalidated: false,
    notModified: false,
    ageMs: 0,
    nextMs: 0,
    why: 'not-kept',
    ms,
  }
}
