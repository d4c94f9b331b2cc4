import type { Fault } from '../fault.ts'
import { backoffFaults } from './backoff-faults.ts'
import { bodyFaults } from './body-faults.ts'
import { connectionFaults } from './connection-faults.ts'
import { contentFaults } from './content-faults.ts'
import { cookieFaults } from './cookie-faults.ts'
import { headerFaults } from './header-faults.ts'
import { http2Faults } from './http2-faults.ts'
import { nameFaults } from './name-faults.ts'
import { redirectFaults } from './redirect-faults.ts'
import { robotsFaults } from './robots-faults.ts'
import { runFaults } from './run-faults.ts'
import { stateFaults } from './state-faults.ts'
import { timeFaults } from './time-faults.ts'
import { tlsFaults } from './tls-faults.ts'
import { validatorFaults } from './validator-faults.ts'

/** Everything that goes wrong. A new fault is an entry in one of these lists. */
export const faults: readonly Fault[] = [
  ...connectionFaults,
  ...timeFaults,
  ...headerFaults,
  ...bodyFaults,
  ...redirectFaults,
  ...validatorFaults,
  ...backoffFaults,
  ...robotsFaults,
  ...contentFaults,
  ...cookieFaults,
  ...nameFaults,
  ...tlsFaults,
  ...http2Faults,
  ...stateFaults,
  ...runFaults,
]
