/** What a flight row holds once its references are resolved. A key that is unknown is absent. */
export type FlightValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | FlightValue[]
  | { [key: string]: FlightValue }

/** An object or array. */
export type FlightContainer = FlightValue[] | { [key: string]: FlightValue }

export function isContainer(value: FlightValue): value is FlightContainer {
  return typeof value === 'object' && value !== null
}

/** Of what JSON.parse gave: an object or array. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
