import { expect, test } from 'vitest'
import { parseOpml } from '../src/index.ts'

test('reads subscriptions with the folders around them', () => {
  const list =
    parseOpml(`<?xml version="1.0"?><opml version="2.0"><head><title>Mine &amp; yours</title></head><body>
    <outline text="Labs"><outline text="inner">
      <outline type="rss" text="A" title="A &quot;B&quot;" xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/>
    </outline><outline XMLURL='https://b.example/' text=''></outline></outline>
    <outline text="broken" xmlUrl="nowhere"/><outline text="no feed"/>
    <outline text="C" xmlUrl="https://c.example/"/></body></opml>`)
  expect(list).toEqual({
    title: 'Mine & yours',
    feeds: [
      {
        feedUrl: 'https://a.example/feed?x=1&y=2',
        title: 'A "B"',
        url: 'https://a.example/',
        folders: ['Labs', 'inner'],
      },
      { feedUrl: 'https://b.example/', folders: ['Labs'] },
      { feedUrl: 'https://c.example/', title: 'C', folders: [] },
    ],
    warnings: [
      { code: 'link-unresolvable', message: expect.any(String), path: 'outlines[4].feedUrl' },
    ],
  })
})

test('a list cut off gives what it has', () => {
  const list = parseOpml(
    '<opml><body><outline text="F"><outline xmlUrl="https://a.example/"/><outline xmlUrl="htt',
  )
  expect(list.feeds).toEqual([{ feedUrl: 'https://a.example/', folders: ['F'] }])
  expect(list.warnings).toMatchObject([{ code: 'truncated' }])
})

test('other documents, and lists without a subscription, throw', () => {
  expect(() => parseOpml('<rss/>')).toThrow(expect.objectContaining({ code: 'unparseable' }))
  expect(() => parseOpml('')).toThrow(expect.objectContaining({ code: 'unparseable' }))
  expect(() => parseOpml('<opml><body/></opml>')).toThrow(
    expect.objectContaining({ code: 'empty' }),
  )
})

test('a title in pieces is one', () => {
  const text =
    '<opml><head><title>A &amp; <![CDATA[B &amp; C]]></title><title>no</title></head><body><outline xmlUrl="https://a.example/"/></body></opml>'
  expect(parseOpml(text).title).toBe('A & B &amp; C')
})
