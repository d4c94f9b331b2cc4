function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** Elements that break a line, so that the words around them must not be glued together. */
export const blockElements: ReadonlySet<string> = names(
  'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr img legend li main menu nav ol option p pre section ' +
    'summary table tbody td tfoot th thead title tr ul video audio',
)

/** Elements without an end tag. */
export const voidElements: ReadonlySet<string> = names(
  'area base br col embed hr img input link meta param source track wbr',
)

/** Elements whose content is not for readers, and ends at the next end tag of their name. */
export const hiddenElements: ReadonlySet<string> = names(
  'script style iframe xmp noembed noframes textarea svg math object template select canvas head applet',
)

const inlineElements: ReadonlySet<string> = names(
  'a abbr acronym b bdi bdo big blink body button cite code col colgroup caption data datalist del dfn em ' +
    'font frame frameset head html i input ins kbd label map mark marquee meter nobr noscript optgroup ' +
    'output picture progress q rp rt ruby s samp slot small span strike strong sub sup time tt u var',
)

/** Whether HTML knows the element; `<T>` in a title is more likely a word. */
export function isHtmlElement(name: string): boolean {
  return (
    blockElements.has(name) ||
    inlineElements.has(name) ||
    voidElements.has(name) ||
    hiddenElements.has(name)
  )
}

/** What a sanitized body may hold: elements, and the attributes of each beside the global ones. */
export const allowedElements: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'href',
    audio: 'src controls',
    blockquote: 'cite',
    col: 'span',
    colgroup: 'span',
    del: 'cite datetime',
    img: 'src alt width height',
    ins: 'cite datetime',
    ol: 'start reversed type',
    q: 'cite',
    source: 'src type',
    td: 'colspan rowspan',
    th: 'colspan rowspan scope',
    time: 'datetime',
    video: 'src poster width height controls',
    ...Object.fromEntries(
      (
        'abbr acronym address article aside b bdi bdo big br caption center cite code dd details dfn div ' +
        'dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i kbd li main mark nav p picture pre ' +
        'rp rt ruby s samp section small span strike strong sub summary sup table tbody tfoot thead tr tt u ul ' +
        'var wbr'
      )
        .split(' ')
        .map((name) => [name, '']),
    ),
  }).map(([name, attributes]) => [name, names(`${attributes} title lang dir`.trim())] as const),
)

/** Attributes that hold an address. */
export const urlAttributes: ReadonlySet<string> = names(
  'href src poster cite action longdesc background data',
)

/** Elements that an open one of the same name cannot hold: its end tag was left out. */
export const selfEndingElements: ReadonlySet<string> = names('p li dt dd tr td th option')
