/** For `catch`: a file or folder that is not there gives the fallback; any other error is thrown. */
export function ignoreMissing<T>(fallback: T) {
  return (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fallback
    throw error
  }
}
