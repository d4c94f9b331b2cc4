import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, launchChromium } from '../browser/chromium.ts'
import { build, sample } from '../src/build.ts'
import { temporaryFolder } from './workspace.ts'

const executable = findChromium()

describe.skipIf(executable === undefined)(
  'the page, in Chromium (skipped where there is none)',
  () => {
    let browser: Browser
    let address: string
    const cleanup = new AsyncDisposableStack()

    beforeAll(async () => {
      const out = cleanup.use(await temporaryFolder())
      const { folder } = await build({
        replay: sample.replay,
        config: sample.config,
        out: out.path,
      })
      address = pathToFileURL(join(folder, 'index.html')).href
      browser = await launchChromium(executable ?? '')
      cleanup.defer(() => browser.close())
    }, 60_000)

    afterAll(() => cleanup.disposeAsync())

    async function open(width: number): Promise<{ page: Page; complaints: string[] }> {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (request.url() !== address) complaints.push(`asked for ${request.url()}`)
      })
      await page.goto(address)
      return { page, complaints }
    }

    test.for([390, 820, 1280])(
      'fits a window of %i pixels, without a word of complaint',
      async (width) => {
        const { page, complaints } = await open(width)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBe(0)
        expect(complaints).toEqual([])
        await page.close()
      },
    )

    test('has the sections in their order, under the masthead and the date', async () => {
      const { page } = await open(1280)
      const headings = await page.locator('h1, h2, h3').allInnerTexts()
      const order = [
        'The Inference Report',
        'AI Labs',
        'From the Wire',
        'Research Papers — Focused',
        'Artificial Analysis',
        'SWE-rebench',
        'Trending',
      ]
      const places = order.map((words) =>
        headings.findIndex((heading) => heading.toLowerCase().startsWith(words.toLowerCase())),
      )
      expect(places).not.toContain(-1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      const text = await page.innerText('body')
      expect(text).toContain('March 2, 2026')
      expect(text).toContain('Sample edition')
      await page.close()
    })

    test('its “All …” links lead to something that can be seen', async () => {
      const { page } = await open(1280)
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute('href')?.slice(1) ?? '')
          .filter((id) => document.getElementById(id)?.getClientRects().length !== 1),
      )
      expect(hidden).toEqual([])
      await page.close()
    })
  },
)
