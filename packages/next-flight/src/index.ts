export type { FindOptions, Flight } from './flight.ts'
export { readFlight } from './flight.ts'
export type { FlightValue } from './flight-value.ts'
