/**
 * What every package that reads the network takes instead of calling the network itself:
 * the platform's `fetch`, a polite client's, or one that answers from a recording.
 *
 * @see https://developer.mozilla.org/docs/Web/API/Window/fetch
 */
export type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>
