import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { parseXml } from '../src/xml.ts'
import type { Element } from '../src/xml-element.ts'
import { decodeXmlEntities } from '../src/xml-entities.ts'
import { fixture } from './fixture.ts'
import { sourceError } from './source-error.ts'

describe('parseXml', () => {
  test('keeps values as they are written', () => {
    const root = parseXml('<r n=" 007 "><id>2401.10000</id><v>1.0</v><t>true</t></r>')
    expect(root.attributes.get('n')).toBe(' 007 ')
    expect(root.children.map(({ text }) => text)).toEqual(['2401.10000', '1.0', 'true'])
  })

  test('joins text, entities and CDATA in order', () => {
    const root = parseXml(
      '<r>a &amp;lt; &#x41;&#66;<!-- no --> <![CDATA[<b> &amp;]]> &nbsp;&#0;&#xD800;</r>',
    )
    expect(root.text).toBe('a &lt; AB <b> &amp; &nbsp;&#0;&#xD800;')
  })

  test('resolves prefixes to namespaces, where they are declared', () => {
    const root = parseXml(
      '<x:r xmlns:x="urn:one" xmlns="urn:two"><x:a/><b/><c xmlns="" xmlns:x="urn:three"><x:d/></c></x:r>',
    )
    const [a, b, c] = root.children
    expect(
      [root, a, b, c, c?.children[0]].map((element) => `${element?.namespace}|${element?.name}`),
    ).toEqual(['urn:one|r', 'urn:one|a', 'urn:two|b', '|c', 'urn:three|d'])
  })

  test('expands nothing that the document declares', () => {
    const root = parseXml('<!DOCTYPE r [<!ENTITY a "boom">]><r>&a;</r>')
    expect(root.text).toBe('&a;')
  })

  test('accepts a byte order mark and space around', () => {
    expect(parseXml('\uFEFF\n<?xml version="1.0"?><r/>\n').name).toBe('r')
  })

  test.for([
    ['', 'an empty answer'],
    ['  \n', 'an empty answer'],
    ['Service Unavailable', 'Service Unavailable'],
    ['{"error":1}', '{"error":1}'],
    ['<!DOCTYPE html><html><body>Sorry</body></html>', 'Sorry'],
    ['<html><body><p>Sorry</body></html>', 'Sorry'],
    ['<rss><channel><title>cut', 'cut'],
    ['<a></a><b></b>', ''],
    ['<a><b></a></b>', ''],
    ['<a>x & y</a>', ''],
    ['<a>1</a>2', ''],
    ['<a b="1" b="2"/>', ''],
    ['<a b=1/>', ''],
    ['<a b="<"/>', ''],
    ['<1a/>', ''],
    ['<a></a', ''],
    ['<a><![CDATA[x]]</a>', ''],
    ['<a><!-- x</a>', ''],
    ['<!DOCTYPE a [<!ENTITY b "c"><a/>', ''],
    ['<a><!DOCTYPE a></a>', ''],
    ['<![CDATA[x]]><a/>', ''],
    ['<?xml version="1.0"?>', ''],
  ] as const)('unparseable: %s', ([text, received]) => {
    const error = sourceError(() => parseXml(text))
    expect(error).toMatchObject({ code: 'unparseable', source: 'arxiv', retryable: false })
    expect(error.received).toContain(received)
  })

  test.for([
    'Rate exceeded.',
    'Rate exceeded.\n',
    '<html><title>429 Too Many Requests</title></html>',
    '<html><body>\n<h1>Retry after 10 seconds</h1>\n</body></html>',
  ])('rate-limited: %s', (text) => {
    expect(sourceError(() => parseXml(text))).toMatchObject({
      code: 'rate-limited',
      retryable: true,
    })
  })

  test('a document that nests too deep is refused', () => {
    expect(sourceError(() => parseXml('<a>'.repeat(5000) + '</a>'.repeat(5000))).code).toBe(
      'unparseable',
    )
  })

  // Another reader of XML, as a measure: it knows no namespaces, and is asked for names, attributes, text.
  const reference = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
    ignoreDeclaration: true,
  })
  interface Shape {
    name: string
    attributes: Record<string, string>
    text: string
    children: Shape[]
  }
  const referenceShapes = (nodes: unknown): Shape[] =>
    Array.isArray(nodes)
      ? nodes.flatMap((node: Record<string, unknown>) => {
          const tag = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#'))
          const content = tag === undefined ? undefined : node[tag]
          if (tag === undefined || !Array.isArray(content)) return []
          const text = content.map((child: { '#text'?: string }) => child['#text'] ?? '').join('')
          const attributes = Object.entries(node[':@'] ?? {}).filter(([key]) => !key.includes(':'))
          return {
            name: tag.replace(/^.*:/, ''),
            attributes: Object.fromEntries(
              attributes.map(([key, value]) => [key, decodeXmlEntities(String(value))]),
            ),
            text: decodeXmlEntities(text),
            children: referenceShapes(content),
          }
        })
      : []
  const shape = ({ name, attributes, text, children }: Element): Shape => ({
    name,
    attributes: Object.fromEntries(attributes),
    text,
    children: children.map(shape),
  })

  test.for([
    'rss-daily.xml',
    'atom-daily.xml',
    'query-current.xml',
    'query-before-2025.xml',
    'oai-arxiv.xml',
    'oai-raw.xml',
    'oai-dc.xml',
  ])('reads %s as fast-xml-parser does', (name) => {
    expect([shape(parseXml(fixture(name)))]).toEqual(
      referenceShapes(reference.parse(fixture(name))),
    )
  })

  test('time grows with the length, whatever is left open', () => {
    for (const piece of [
      '<!--',
      '<![CDATA[',
      '<a b="',
      "<a b='",
      '<!DOCTYPE a [<!--',
      '<?',
      '&amp',
    ]) {
      const text = `<a>${piece.repeat(50_000)}`
      expect(sourceError(() => parseXml(text)).code).toBe('unparseable')
      expect(sourceError(() => parseXml(piece.repeat(50_000))).code).toBe('unparseable')
    }
  })

  test('throws nothing but SourceError', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a x="',
      '"',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?p',
      '?>',
      '&amp;',
      '&',
      '&#x0;',
      '<!DOCTYPE a [',
      ']>',
      'xmlns:b="c"',
      '<b:c/>',
      'text',
      '<toString/>',
      '>',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        try {
          parseXml(parts.join(''))
        } catch (error) {
          expect(SourceError.is(error)).toBe(true)
        }
      }),
    )
  })
})
