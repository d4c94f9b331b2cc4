import { accessSync, constants } from 'node:fs'
import { delimiter } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The machine's own Chromium: CHROMIUM where that is set, else the first one on the path. */
export function findChromium(): string | undefined {
  const candidates = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => `${folder}/${name}`))
  return [process.env['CHROMIUM'] ?? [], candidates].flat().find(isExecutable)
}

/** Starts it headless and silent: a page under test has no business on the network. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
