import { expect, test } from 'vitest'
import { pageStyle } from '../src/html/page-style.ts'

type Scheme = Record<string, string>

function scheme(css: string): Scheme {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = '', color = '']) => [
      name,
      color,
    ]),
  )
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(color = ''): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const [light = '', dark = ''] = pageStyle.split('@media (prefers-color-scheme: dark)')

test.each([
  ['light', scheme(light)],
  ['dark', scheme(dark)],
] as const)('text has a contrast of 4.5:1 in the %s scheme', (_, colors) => {
  for (const ink of ['ink', 'soft', 'accent']) {
    for (const ground of ['paper', 'tint']) {
      expect(contrast(colors[ink], colors[ground]), `${ink} on ${ground}`).toBeGreaterThan(4.5)
    }
  }
})

test('the style loads nothing and cannot end its element', () => {
  expect(pageStyle).not.toMatch(/url\(|@import|@font-face|<|\\/)
})
