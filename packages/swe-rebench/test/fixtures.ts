import { readFileSync } from 'node:fs'

const read = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

export const may: string = read('may-2026.html')
export const summer: string = read('summer-2026.html')
export const news: string = read('news.html')
export const payload: string = read('payload.html')
