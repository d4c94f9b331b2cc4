import { readFileSync } from 'node:fs'

const readFixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

export const free1: string = readFixture('free-page-1.json')
export const free2: string = readFixture('free-page-2.json')
export const pro: string = readFixture('pro.json')
export const legacy: string = readFixture('legacy.json')
export const page: string = readFixture('page.html')
