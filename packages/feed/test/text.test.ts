import { expect, test } from 'vitest'
import { parseFeed } from '../src/index.ts'
import { plainText } from '../src/plain-text.ts'
import { sanitizeHtml } from '../src/sanitize-html.ts'
import { atom, rss } from './rss.ts'

test.for<[string, string]>([
  ['a  b\n\tc&nbsp;d', 'a b c d'],
  ['<p>one</p><p>two<br>three</p>', 'one two three'],
  ['un<b>believ</b>able', 'unbelievable'],
  ['a<script>b</script><style>c</style><svg><text>d</text></svg>e', 'ae'],
  ['a<SCRIPT>b</SCRIPT>c', 'ac'],
  ['a<script>b', 'a'],
  ['Vec<T> and <T>', 'Vec<T> and <T>'],
  ['<x>a</x>', 'a'],
  ['1 < 2 && 2 > 1', '1 < 2 && 2 > 1'],
  ['&copy 2026 &amp; ?a=1&copy=2', '© 2026 & ?a=1&copy=2'],
  ['&#8217;&#x2019;&#150;&hellip;&NotEqualTilde;', '’’–…≂̸'],
  ['<a title="x > y">z</a>', 'z'],
  ['<!-- no -->yes', 'yes'],
])('the text of %j', ([html, text]) => {
  expect(plainText(html)).toBe(text)
})

test.for<[string, string]>([
  ['<p onclick="x()" style="x" class="y">a</p>', '<p>a</p>'],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="java&#x09;script:alert(1)">a</a>', '<a>a</a>'],
  ['<a href=" JaVaScRiPt:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'],
  ['<img src=x onerror=alert(1)>', '<img src="https://s.example/x">'],
  ['<img src="data:image/png;base64,AA==">', '<img src="data:image/png;base64,AA==">'],
  ['<img src="data:image/svg+xml;base64,AA==">', ''],
  ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
  ['<script>alert(1)</script>a', 'a'],
  ['<scr<script>x</script>ipt>alert(1)</script>', '&lt;script&gt;alert(1)'],
  ['<svg onload=alert(1)><p>a', '<p>a</p>'],
  ['<math><mtext><img src=x onerror=y></mtext></math>a', 'a'],
  ['<b>a<i>b</b>c', '<b>a<i>b</i></b>c'],
  ['</p><p>a<p>b', '<p>a</p><p>b</p>'],
  [
    '<img alt="&quot;><script>" src="/x">',
    '<img alt="&quot;&gt;&lt;script&gt;" src="https://s.example/x">',
  ],
  ['<img src="x" <b>a</b>', '&lt;img src="x" <b>a</b>'],
  ['<form action="/x"><input name=a>b</form>', 'b'],
  ['a < b & c &amp; d', 'a &lt; b & c &amp; d'],
  ['<custom-x>a</custom-x><object>b</object>', 'a'],
])('%j is sanitized', ([html, clean]) => {
  expect(sanitizeHtml(html, 'https://s.example/').html).toBe(clean)
})

const first = (text: string, sanitize = true) => parseFeed(text, { sanitize }).items[0]

test('Atom texts are read by their type', () => {
  const title = (type: string, content: string) =>
    first(atom(`<entry><title${type}>${content}</title></entry>`))?.title
  expect(title('', '&lt;b&gt;1&lt;/b&gt; &amp;amp; 2')).toBe('<b>1</b> &amp; 2')
  expect(title(' type="html"', '&lt;b&gt;1&lt;/b&gt; &amp;amp; 2')).toBe('1 & 2')
  expect(title(' type="html"', '<![CDATA[It&#8217;s]]>')).toBe('It’s')
  expect(
    title(' type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml"><b>1</b> &lt; 2</div>'),
  ).toBe('1 < 2')
})

test('a summary of plain text that is HTML is read as HTML, and told', () => {
  const feed = parseFeed(
    atom('<entry><summary>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</summary></entry>'),
  )
  expect(feed.items[0]).toMatchObject({ summary: 'a b', contentHtml: '<p>a</p><p>b</p>' })
  expect(feed.warnings).toMatchObject([{ code: 'html-in-text', path: 'items[0].summary' }])
})

test('the body: content first, else a description that is HTML', () => {
  const both =
    '<content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded><description>short</description>'
  expect(first(rss(`<item>${both}</item>`))).toMatchObject({
    contentHtml: '<p>long</p>',
    summary: 'short',
  })
  expect(first(rss('<item><description>only words</description></item>'))).not.toHaveProperty(
    'contentHtml',
  )
  expect(
    first(rss('<item><description>&lt;p&gt;a&lt;/p&gt;</description></item>'))?.contentHtml,
  ).toBe('<p>a</p>')
  expect(first(rss('<item><content:encoded/></item>'))).not.toHaveProperty('contentHtml')
})

test('without the sanitizer only addresses are changed', () => {
  const item =
    '<item><content:encoded><![CDATA[<p class="x"><a onclick="y" href="/z?a&amp;b">k</a><script>1</script></p>]]></content:encoded></item>'
  expect(first(rss(item), false)?.contentHtml).toBe(
    '<p class="x"><a onclick="y" href="https://site.example/z?a&amp;b">k</a><script>1</script></p>',
  )
})

test('XHTML may have any prefix, and its sections are text', () => {
  const xhtml = (inside: string, attributes = '') =>
    parseFeed(
      atom(`<entry><title>t</title><content type="xhtml"${attributes}>${inside}</content></entry>`),
    ).items[0]?.contentHtml
  const prefixed =
    '<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Hello <x:em>you</x:em> <x:img src="/a.png"/></x:p></x:div>'
  expect(xhtml(prefixed)).toBe(
    '<div><p>Hello <em>you</em> <img src="https://site.example/a.png"></p></div>',
  )
  const section =
    '<div xmlns="http://www.w3.org/1999/xhtml"><p><![CDATA[use <b>bold</b> &amp; x]]></p></div>'
  expect(xhtml(section)).toBe('<div><p>use &lt;b&gt;bold&lt;/b&gt; &amp;amp; x</p></div>')
  const title = `<title type="xhtml"><div>a <![CDATA[std::unique_ptr<S>]]></div></title>`
  expect(parseFeed(atom(`<entry>${title}</entry>`)).items[0]?.title).toBe('a std::unique_ptr<S>')
})

test('names a document declares are known in attributes and in markup too', () => {
  const text = `<!DOCTYPE feed [<!ENTITY site "https://e.example"><!ENTITY n "A &#60; B"><!ENTITY lt2 "&#60;">]>
    <feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><link href="https://q.example/"/>
    <entry><title>t</title><link href="&site;/a?x=1&amp;y=2"/><category term="&lt2;b"/>
    <content type="xhtml"><div>&lt2;i> &amp; <a href="&site;/b">c</a></div></content></entry></feed>`
  expect(parseFeed(text)).toMatchObject({
    items: [
      {
        url: 'https://e.example/a?x=1&y=2',
        categories: [{ term: '<b' }],
        contentHtml: '<div>&lt;i&gt; &amp; <a href="https://e.example/b">c</a></div>',
      },
    ],
    warnings: [],
  })
})

test('a slash at the end of an address without quotes is part of it', () => {
  expect(
    sanitizeHtml(
      '<a href=https://x.example/>text</a><br/><img src="/a.png"/>',
      'https://s.example/',
    ).html,
  ).toBe('<a href="https://x.example/">text</a><br><img src="https://s.example/a.png">')
})

test('base64 holds no controls', () => {
  expect(
    parseFeed(atom('<entry><title mode="base64">AAEHYQ==</title></entry>')).items[0]?.title,
  ).toBe('a')
})

test.for<[string, string]>([
  ['Bounds for $a&lt;b$ and $c&gt;d$', 'Bounds for $a<b$ and $c>d$'],
  ['Generic&lt;T, U&gt; types', 'Generic<T, U> types'],
  ['Show HN: A &lt;canvas&gt; thing', 'Show HN: A <canvas> thing'],
  ['How the &lt;dialog&gt; element works', 'How the <dialog> element works'],
  ['List&lt;a&gt; in Haskell', 'List<a> in Haskell'],
  ['Why &lt;script&gt; blocks', 'Why <script> blocks'],
  ['The &lt;title&gt; and &lt;script&gt; tags', 'The <title> and <script> tags'],
  ['A &lt;b&gt;bold&lt;/b&gt; word', 'A bold word'],
  ['one&lt;br&gt;two &lt;p&gt;three', 'one two three'],
  ['a &lt;script&gt;b&lt;/script&gt; c', 'a c'],
])('a title %s is about what it names', ([written, title]) => {
  expect(parseFeed(rss(`<item><title>${written}</title></item>`)).items[0]?.title).toBe(title)
  expect(
    parseFeed(atom(`<entry><title type="html">${written}</title></entry>`)).items[0]?.title,
  ).toBe(title)
})

test('a summary keeps what is no tag, and drops what is one', () => {
  const summary = (text: string) =>
    parseFeed(rss(`<item><description>${text}</description></item>`)).items[0]?.summary
  expect(summary('If $n&lt;m$, then $k&gt;1$ holds and p&lt;q.')).toBe(
    'If $n<m$, then $k>1$ holds and p<q.',
  )
  expect(summary('a &lt;dialog&gt; b &lt;x y="1"&gt;c')).toBe('a b c')
})

test('a title of a JSON Feed is text', () => {
  const json =
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"The <dialog> element & Vec<T>"}]}'
  expect(parseFeed(json).items[0]?.title).toBe('The <dialog> element & Vec<T>')
})
