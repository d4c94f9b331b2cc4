import * as z from 'zod'
import type { Snapshot } from './snapshot.ts'

const day = z.iso.date()

/** Checks a `Snapshot` that comes from a file or another program. */
export const snapshotSchema: z.ZodType<Snapshot> = z.object({
  id: z.string().min(1),
  board: z.string().min(1),
  series: z.string().min(1),
  version: z.string().optional(),
  window: z.object({ from: day, to: day }).optional(),
  language: z.string().optional(),
  capturedAt: z.union([day, z.iso.datetime()]).optional(),
  url: z.url().optional(),
  attribution: z.object({ text: z.string(), url: z.url() }).optional(),
  metrics: z
    .array(
      z.object({
        key: z.string().min(1),
        label: z.string().min(1),
        unit: z.string(),
        better: z.enum(['higher', 'lower']).optional(),
        derived: z.boolean().optional(),
      }),
    )
    .min(1),
  entries: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().min(1),
      organization: z.string().optional(),
      kind: z.enum(['model', 'agent']),
      rank: z.int().positive().optional(),
      values: z.record(z.string(), z.number()),
      releasedOn: day.optional(),
      effort: z.string().optional(),
      openWeights: z.boolean().optional(),
      flags: z.array(
        z.enum(['estimated', 'deprecated', 'contaminated', 'external', 'out-of-range']),
      ),
    }),
  ),
  warnings: z.array(
    z.object({ code: z.string(), message: z.string(), path: z.string().optional() }),
  ),
})
