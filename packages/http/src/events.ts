import { type Channel, channel } from 'node:diagnostics_channel'

/** Names for `node:diagnostics_channel`. Messages are plain objects without secrets. */
export const channelNames = {
  /** `{ method, url, conditional, attempt }`: a request is about to be sent. */
  request: 'inference-report:http:request',
  /** `{ method, url, status?, error?, ms, bytes, conditional, notModified }`: it has ended. */
  response: 'inference-report:http:response',
  /** `{ url, attempt, waitMs, reason }`: it will be sent again. */
  retry: 'inference-report:http:retry',
  /** `{ url, code, reason }`: it is not sent: robots.txt, a private address, a cooldown. */
  blocked: 'inference-report:http:blocked',
  /** `{ code, message, url? }`: something went wrong that stops nothing. */
  warning: 'inference-report:http:warning',
  /** `{ url, bytes }`: so much of a body has arrived. */
  progress: 'inference-report:http:progress',
} as const

export type ChannelName = keyof typeof channelNames

export const channels: Readonly<Record<ChannelName, Channel>> = {
  request: channel(channelNames.request),
  response: channel(channelNames.response),
  retry: channel(channelNames.retry),
  blocked: channel(channelNames.blocked),
  warning: channel(channelNames.warning),
  progress: channel(channelNames.progress),
}
