interface TrackingParameter {
  /** Matched against the whole name, in lower case. */
  name: RegExp
  /** Where only some values track; the others stay. */
  value?: RegExp
  /** Hosts on which the parameter selects what is shown. */
  exceptOn?: RegExp
}

/** Parameters that say where a reader came from, not what is read. */
const trackingParameters: readonly TrackingParameter[] = [
  { name: /^(?:utm|mtm|pk|piwik|hsa|oly|vero|at|guce)_./ },
  { name: /^(?:fb|g|dg|d|ms|y|tw|tt)clid$/ },
  { name: /^(?:gclsrc|gbraid|wbraid|srsltid|igshid|igsh|li_fat_id|mkt_tok|_ga|_gl|_hsenc|_hsmi)$/ },
  { name: /^(?:mc_cid|mc_eid|ml_subscriber|cmpid|ncid|smid|sref|ito|s_cid|ocid|taid|xtor|ftag)$/ },
  { name: /^(?:guccounter|__twitter_impression|share_id|trk|trkcampaign)$/ },
  { name: /^(?:ref_src|ref_url|referrer)$/ },
  // A branch or a commit on code hosts.
  { name: /^ref$/, exceptOn: /^(?:api\.github\.com|raw\.githubusercontent\.com|gitlab\..+)$/ },
  // Medium marks links of its feeds "source=rss----<id>---4"; elsewhere `source` may choose content.
  { name: /^source$/, value: /^rss(?:-|$)/ },
  // The same story in its AMP form.
  { name: /^(?:amp|outputtype)$/, value: /^(?:amp|1|true)?$/i },
]

/** Whether a `name=value` of a query on this host can go. */
export function isTracking(name: string, value: string, host: string): boolean {
  const key = name.toLowerCase()
  return trackingParameters.some(
    (parameter) =>
      parameter.name.test(key) &&
      (parameter.value?.test(value) ?? true) &&
      !(parameter.exceptOn?.test(host) ?? false),
  )
}
