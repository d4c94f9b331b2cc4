import { onTestFinished } from 'vitest'
import { openStage, type Stage } from '../fault-server/stage.ts'

/** A stage for one test. */
export function onStage(): Stage {
  const stage = openStage()
  onTestFinished(() => stage.end())
  return stage
}
