import { childrenOf, present, textOf } from './child-elements.ts'
import { oai } from './namespaces.ts'
import type { OaiFormat, OaiRepository, OaiRequest, OaiSet } from './oai-answer.ts'
import { readDay } from './timestamp.ts'
import { withoutAbsent } from './without-absent.ts'
import type { Element } from './xml-element.ts'

/** The sets of `ListSets`. */
export function readSets(body: Element): OaiSet[] {
  return childrenOf(body, [oai, 'set']).flatMap((set) => {
    const spec = textOf(set, [oai, 'setSpec'])
    return spec === undefined ? [] : { spec, name: textOf(set, [oai, 'setName']) ?? spec }
  })
}

/** The formats of `ListMetadataFormats`. */
export function readFormats(body: Element): OaiFormat[] {
  return childrenOf(body, [oai, 'metadataFormat']).flatMap((format) => {
    const prefix = textOf(format, [oai, 'metadataPrefix'])
    const namespace = textOf(format, [oai, 'metadataNamespace'])
    const schema = textOf(format, [oai, 'schema'])
    if (prefix === undefined) return []
    return {
      prefix,
      ...(namespace !== undefined && { namespace }),
      ...(schema !== undefined && { schema }),
    }
  })
}

/** The answer of `Identify`; `undefined` where the repository has no name. */
export function readIdentify(body: Element): OaiRepository | undefined {
  const text = (name: string): string | undefined => textOf(body, [oai, name])
  const name = text('repositoryName')
  if (name === undefined) return undefined
  return withoutAbsent({
    name,
    baseUrl: webAddress(text('baseURL')),
    protocolVersion: text('protocolVersion'),
    adminEmails: childrenOf(body, [oai, 'adminEmail']).flatMap(
      (email) => present(email.text) ?? [],
    ),
    earliestDatestamp: readDay(text('earliestDatestamp')),
    deletedRecord: text('deletedRecord'),
    granularity: text('granularity'),
  })
}

/** The request that was answered. */
export function readRequest(element: Element | undefined): OaiRequest {
  const attribute = (name: string): string | undefined => present(element?.attributes.get(name))
  return withoutAbsent({
    baseUrl: webAddress(present(element?.text)),
    metadataPrefix: attribute('metadataPrefix'),
    identifier: attribute('identifier'),
    set: attribute('set'),
    from: attribute('from'),
    until: attribute('until'),
    resumptionToken: attribute('resumptionToken'),
  })
}

/** Whatever else stands in its place is no address to ask at. */
function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined
}
