import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, launchChromium } from './chromium.ts'

const [page, picture, width = '1280', height = '1600'] = process.argv.slice(2)
const executable = findChromium()
if (page === undefined || picture === undefined) {
  process.stderr.write('Usage: npm run screenshot -- PAGE.html PICTURE.png [WIDTH] [HEIGHT]\n')
  process.exitCode = 2
} else if (executable === undefined) {
  process.stderr.write('No Chromium on the path; set CHROMIUM to one.\n')
  process.exitCode = 1
} else {
  const from = (path: string) => resolve(process.env['INIT_CWD'] ?? '', path)
  const browser = await launchChromium(executable)
  const tab = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) || 900 },
  })
  await tab.goto(pathToFileURL(from(page)).href)
  await tab.screenshot({ path: from(picture), fullPage: height === 'full' })
  await browser.close()
}
