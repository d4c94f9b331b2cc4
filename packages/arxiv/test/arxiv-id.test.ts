import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArxivId } from '../src/index.ts'

describe('parseArxivId', () => {
  test.for([
    // Bare, both schemes, with and without version.
    ['0704.0001', '0704.0001', undefined],
    ['1412.9999', '1412.9999', undefined],
    ['1501.00001', '1501.00001', undefined],
    ['2403.01234', '2403.01234', undefined],
    ['2401.10000', '2401.10000', undefined],
    ['2403.01234v2', '2403.01234', 2],
    ['2403.01234V12', '2403.01234', 12],
    ['  2403.01234\n', '2403.01234', undefined],
    // 9912 is December 2099: new ids always mean 20yy.
    ['9912.12345', '9912.12345', undefined],
    ['hep-th/9901001', 'hep-th/9901001', undefined],
    ['hep-th/9901001v3', 'hep-th/9901001', 3],
    ['acc-phys/9411001', 'acc-phys/9411001', undefined],
    ['cs/0703001', 'cs/0703001', undefined],
    ['alg-geom/9202001', 'alg-geom/9202001', undefined],
    ['hep-th/9108001', 'hep-th/9108001', undefined],
    // Splitting at "v" would break this archive.
    ['solv-int/9901001', 'solv-int/9901001', undefined],
    ['solv-int/9901001v2', 'solv-int/9901001', 2],
    // The subject class is no part of the id.
    ['math.GT/0309136', 'math/0309136', undefined],
    ['cs.SE/0101001v3', 'cs/0101001', 3],
    ['cond-mat.stat-mech/0101001', 'cond-mat/0101001', undefined],
    ['MATH.GT/0309136', 'math/0309136', undefined],
    // What arXiv repairs.
    ['hepth/9901001', 'hep-th/9901001', undefined],
    ['hep--th/9901001', 'hep-th/9901001', undefined],
    ['hep-th//9901001', 'hep-th/9901001', undefined],
    // Prefixes and suffixes.
    ['arXiv:2403.01234', '2403.01234', undefined],
    ['ARXIV:2403.01234v1', '2403.01234', 1],
    ['arXiv: 2403.01234', '2403.01234', undefined],
    ['arXiv:2403.01234v1 [cs.SE]', '2403.01234', 1],
    ['arXiv:hep-th/9901001 [hep-th]', 'hep-th/9901001', undefined],
    ['oai:arXiv.org:2403.01234', '2403.01234', undefined],
    ['oai:arXiv.org:2403.01234v4', '2403.01234', 4],
    ['oai:arXiv.org:astro-ph/0601001', 'astro-ph/0601001', undefined],
    // Addresses.
    ['https://arxiv.org/abs/2403.01234', '2403.01234', undefined],
    ['http://arxiv.org/abs/2403.01234v2', '2403.01234', 2],
    ['arxiv.org/abs/2403.01234', '2403.01234', undefined],
    ['//arxiv.org/abs/2403.01234', '2403.01234', undefined],
    ['https://arxiv.org/abs/1207.5678v2#section', '1207.5678', 2],
    ['https://arxiv.org/abs/2403.01234?context=cs.SE', '2403.01234', undefined],
    ['https://arxiv.org/abs/2403.01234/', '2403.01234', undefined],
    ['https://www.arxiv.org/pdf/2403.01234v1.pdf', '2403.01234', 1],
    ['https://arxiv.org/pdf/math/0309136v1.pdf', 'math/0309136', 1],
    ['https://export.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001', undefined],
    ['https://export.arxiv.org/abs/hep-th%2F9901001', 'hep-th/9901001', undefined],
    ['https://browse.arxiv.org/html/2403.01234v1', '2403.01234', 1],
    ['https://arxiv.org/src/2403.01234', '2403.01234', undefined],
    ['https://arxiv.org/e-print/2403.01234', '2403.01234', undefined],
    ['https://arxiv.org/format/2403.01234', '2403.01234', undefined],
    ['https://arxiv.org/ps/hep-th/9901001.ps.gz', 'hep-th/9901001', undefined],
    ['http://xxx.lanl.gov/abs/hep-th/9901001', 'hep-th/9901001', undefined],
    ['https://ar5iv.labs.arxiv.org/html/2403.01234', '2403.01234', undefined],
    ['https://ar5iv.org/abs/2403.01234', '2403.01234', undefined],
    ['https://www.alphaxiv.org/abs/2403.01234v2', '2403.01234', 2],
    ['http://lanl.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001', undefined],
    ['https://cn.arxiv.org/pdf/2403.01234v1', '2403.01234', 1],
    ['http://de.arxiv.org/abs/cs.SE/0101001v3', 'cs/0101001', 3],
    ['https://arxiv.org:443/abs/2403.01234', '2403.01234', undefined],
    ['https://arxiv.org/abs/arXiv:2403.01234v1', '2403.01234', 1],
    ['https://arxiv.org/pdf/2403.01234v1.pdf?download=1#page=3', '2403.01234', 1],
    // For a while the feeds linked to their own host.
    ['https://rss.arxiv.org/abs/2403.01234', '2403.01234', undefined],
    // DOIs.
    ['10.48550/arXiv.2403.01234', '2403.01234', undefined],
    ['10.48550/ARXIV.2403.01234', '2403.01234', undefined],
    ['doi:10.48550/arXiv.hep-th/9901001', 'hep-th/9901001', undefined],
    ['https://doi.org/10.48550/arXiv.2403.01234', '2403.01234', undefined],
    ['http://dx.doi.org/10.48550/arxiv.2403.01234', '2403.01234', undefined],
  ] as const)('reads %s', ([text, id, version]) => {
    expect(parseArxivId(text)).toEqual(version === undefined ? { id } : { id, version })
  })

  test.for([
    '',
    'abc',
    '2403',
    '2403.01234v0',
    '2403.01234v',
    '2403.00000',
    '0704.0000',
    '2413.01234',
    '2400.01234',
    '1501.1',
    '0704.001',
    '1412.00001',
    '1501.0001',
    '2403.012345',
    '0703.0001',
    '0703.1234',
    'hep-th/0704001',
    'hep-th/9107',
    'hep-th/9106001',
    'hep-th/9901000',
    'hep-th/9913001',
    'nonsense/9901001',
    'hep-th/99010011',
    '10.1145/2403.01234',
    'https://example.com/abs/2403.01234',
    'https://arxiv.org/abs/',
    'https://arxiv.org/list/cs.SE/recent',
    'notarxiv.org/abs/2403.01234',
    'https://arxiv.org.example/abs/2403.01234',
    'https://a.b.c.arxiv.org/abs/2403.01234',
    '2403.01234 and 2403.01235',
    '%E0%A4%A',
  ])('rejects %s', (text) => {
    expect(parseArxivId(text)).toBeUndefined()
  })

  test('an id it returns is its own canonical form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.-]{0,9}\/?\d{4}\.?\d{3,5}(v\d)?$/), (text) => {
        const parsed = parseArxivId(text)
        if (parsed !== undefined) expect(parseArxivId(parsed.id)).toEqual({ id: parsed.id })
      }),
    )
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseArxivId(text)))
  })
})
