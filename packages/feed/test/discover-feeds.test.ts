import { expect, test } from 'vitest'
import { discoverFeeds } from '../src/index.ts'

test('finds what a page announces, once, in its order, resolved', () => {
  const html = `<!doctype html><html><head><base href="/blog/">
    <LINK REL="Alternate" TYPE="application/rss+xml" TITLE="News &amp; more" HREF="feed">
    <link rel=alternate type=application/atom+xml href=https://other.example/atom>
    <link rel="alternate" type="application/feed+json" href="/feed.json" />
    <link rel="alternate" type="application/rss+xml" href="/blog/feed">
    <link rel="feed" href="x"><!-- <link rel="feed" href="no"> -->
    <link rel="alternate" type="application/json" href="/wp-json/">
    <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" type="application/rss+xml" href="no">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"><script>'<link rel="feed" href="no">'</script>
    </head><body>`
  expect(discoverFeeds(html, 'https://site.example/page')).toEqual([
    { url: 'https://site.example/blog/feed', title: 'News & more', type: 'application/rss+xml' },
    { url: 'https://other.example/atom', type: 'application/atom+xml' },
    { url: 'https://site.example/feed.json', type: 'application/feed+json' },
    { url: 'https://site.example/blog/x' },
  ])
})

test('guesses nothing', () => {
  expect(discoverFeeds('<a href="/feed">RSS</a>', 'https://site.example/')).toEqual([])
  expect(discoverFeeds('', 'https://site.example/')).toEqual([])
})

test('reads pages in UTF-16, as bytes and as what bytes look like', () => {
  const html = '<link rel="alternate" type="application/atom+xml" href="/atom">'
  const found = [{ url: 'https://site.example/atom', type: 'application/atom+xml' }]
  const wide = Uint8Array.from([0xff, 0xfe, ...[...html].flatMap((c) => [c.charCodeAt(0), 0])])
  expect(discoverFeeds(wide, 'https://site.example/')).toEqual(found)
  expect(discoverFeeds(new TextDecoder('latin1').decode(wide), 'https://site.example/')).toEqual(
    found,
  )
})

test('a title or a text area holds no link; a slash ends an address without quotes', () => {
  const html = `<title><link rel=feed href=/no></title><textarea><link rel=feed href=/no2></textarea>
    <link rel=alternate type=application/rss+xml href=https://s.example/feed/>`
  expect(discoverFeeds(html, 'https://s.example/').map(({ url }) => url)).toEqual([
    'https://s.example/feed/',
  ])
})

test('bytes are in the encoding their page names', () => {
  const bytes = (title: string) =>
    Uint8Array.from(
      `<meta charset="windows-1251"><link rel="alternate" type="application/rss+xml" title="${title}" href="/f">`,
      (character) => character.charCodeAt(0),
    )
  expect(discoverFeeds(bytes('\xcf\xf0\xe8\xe2\xe5\xf2'), 'https://s.example/')).toMatchObject([
    { title: 'Привет' },
  ])
})

test('the scheme of old readers is the web', () => {
  const html =
    '<link rel=feed href="feed://s.example/a"><link rel=feed href="feed:https://s.example/b">'
  expect(discoverFeeds(html, 'https://s.example/').map(({ url }) => url)).toEqual([
    'https://s.example/a',
    'https://s.example/b',
  ])
})
