import { fileURLToPath } from 'node:url'
import { createClient } from '@inference-report/http'
import { afterAll, expect, test } from 'vitest'
import { writeDigest } from '../src/digest.ts'

const sample = fileURLToPath(new URL('../../daily-report/sample/2026-03-02', import.meta.url))
const client = createClient({ replay: sample })
afterAll(() => client.close())

test('lists the new papers, not the cross-listed and replaced ones, then the posts', async () => {
  const digest = await writeDigest(client, 'cs.SE', 'https://quillwater.example/atom.xml')
  const [head, ...lines] = digest.split('\n')
  expect(head).toBe('# 6 new papers in cs.SE, 2026-03-02')
  expect(lines[0]).toBe(
    '- [Who Reviews the Reviewer? Agreement of Humans and Models on 4,000 Code Review Comments](https://arxiv.org/abs/2603.99901), Ada Venn, Bruno Kühl, Chen Oduya',
  )
  expect(lines.slice(6)).toEqual([
    '## From Quillwater Research',
    '- [Longer memory, smaller bill: caching plans instead of tokens](https://quillwater.example/posts/plan-caching)',
    '- [An evaluation we failed, and why we publish it](https://quillwater.example/posts/failed-evaluation)',
    '',
  ])
})

test('says which address the recording lacks', async () => {
  await expect(writeDigest(client, 'cs.LG', 'https://quillwater.example/atom.xml')).rejects.toThrow(
    'https://rss.arxiv.org/rss/cs.LG',
  )
})
