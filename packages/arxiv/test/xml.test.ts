import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXml } from '../src/xml.ts'
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
    ['<__proto__>1</__proto__>', ''],
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
