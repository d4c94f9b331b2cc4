/**
 * The folder the user stands in. npm runs the root's `start` script in the root, whatever folder it
 * was called from, and keeps that one in INIT_CWD; elsewhere the working directory is right.
 */
export function standingIn(environment: NodeJS.ProcessEnv = process.env): string {
  const { npm_lifecycle_event, npm_package_name, INIT_CWD } = environment
  const throughStart =
    npm_lifecycle_event === 'start' && npm_package_name === 'inference-report-toolkit'
  return throughStart && INIT_CWD ? INIT_CWD : process.cwd()
}
