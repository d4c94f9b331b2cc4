/** What a flight row holds once its references are resolved. A key that is unknown is absent. */
export type FlightValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | FlightValue[]
  | { [key: string]: FlightValue }

export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
