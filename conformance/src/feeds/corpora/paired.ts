import { existsSync } from 'node:fs'
import type { Case } from '../check.ts'
import { checksOfRecord } from '../checks-of-record.ts'
import type { FeedRecord } from '../record.ts'
import { inScope } from '../scope.ts'
import { feedCaptures, filesBelow, readBytes, readJson } from './files.ts'

/** Cases of a folder in which a file of expectations lies beside each feed. */
export function pairedCases(
  folder: string,
  expectationOf: (file: string) => string | undefined,
  read: (expectation: unknown, file: string) => FeedRecord,
): Case[] {
  return filesBelow(folder).flatMap((file) => {
    const expectation = expectationOf(file)
    if (expectation === undefined || !existsSync(`${feedCaptures}/${folder}/${expectation}`))
      return []
    const record = read(readJson(`${folder}/${expectation}`), file)
    return {
      file,
      input: { data: readBytes(`${folder}/${file}`), sanitize: false },
      ...inScope(checksOfRecord(record)),
    }
  })
}
