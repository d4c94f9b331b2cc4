import * as api from '@inference-report/render'
import { expect, test } from 'vitest'

test('exports the three drawings', () => {
  expect(Object.keys(api).sort()).toEqual(['renderHtml', 'renderMarkdown', 'renderText'])
})
