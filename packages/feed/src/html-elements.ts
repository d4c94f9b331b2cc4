/** An element of HTML and what the readers do with it. */
export interface HtmlElement {
  readonly name: string
  /** Breaks a line, so that the words around it must not be glued together. */
  readonly isBlock: boolean
  /** Has no end tag. */
  readonly isVoid: boolean
  /** Its content is not for readers, and ends at the next end tag of its name. */
  readonly isHidden: boolean
  /** Cannot hold another of its name: its end tag was left out. */
  readonly isSelfEnding: boolean
  /** The attributes a sanitized body may keep of it; `undefined` where not even the tag may stay. */
  readonly allowed: ReadonlySet<string> | undefined
}

const block = words(
  'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr img legend li main menu nav ol option p pre section ' +
    'summary table tbody td tfoot th thead title tr ul video audio',
)
const empty = words('area base br col embed hr img input keygen link meta param source track wbr')
const hidden = words(
  'script style xmp noembed noframes textarea svg math object template head applet',
)
const selfEnding = words('p li dt dd tr td th option')
// Those that are in none of the lists around.
const other = words('blink body data frame frameset html iframe marquee nobr noscript slot')
// Allowed in a sanitized body: elements with attributes of their own, then those with the global ones only.
const allowedAttributes: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  audio: 'src',
  blockquote: 'cite',
  col: 'span',
  colgroup: 'span',
  del: 'cite datetime',
  img: 'src srcset sizes longdesc',
  ins: 'cite datetime',
  ol: 'start reversed type',
  q: 'cite',
  source: 'src srcset sizes media',
  time: 'datetime',
  video: 'src poster controls',
}
const allowedElements = words(
  'area button canvas command datagrid datalist dialog dir event-source fieldset font keygen label legend m map menu meter multicol nextid ' +
    'optgroup option output select progress sound spacer ' +
    'abbr acronym address article aside b bdi bdo big br caption center cite code dd details dfn div ' +
    'dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i kbd li main mark nav p picture pre ' +
    'rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul ' +
    'var wbr',
)

// Of every element. Left out: what names an address, gives a name scripts or forms could meet (`id`,
// `name`), takes the focus, can be edited, or belongs to a plug-in.
const globalAttributes =
  'abbr accept accept-charset accesskey align alt autocomplete axis balance background bgcolor bgproperties border ' +
  'bordercolor bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge char ' +
  'charoff charset checked choff cite clear color cols colspan compact controls coords datafld ' +
  'datapagesize datetime default delay dir disabled draggable enctype end face for frame galleryimg gutter headers ' +
  'height hidden hidefocus high href hreflang hspace inputmode ismap keytype label lang leftspacing list ' +
  'longdesc loop loopcount loopend loopstart low max maxlength media method min multiple nohref noshade ' +
  'nowrap open optimum pattern point-size pqg preload prompt radiogroup readonly rel repeat-max repeat-min ' +
  'replace required rev reversed rightspacing rows rowspan rules scope selected shape size span start step ' +
  'style summary suppress tabindex target template title toppadding type unselectable urn usemap valign value variable volume vrml vspace ' +
  'width wrap'

/** Attributes that hold an address. */
export const urlAttributes: ReadonlySet<string> = words(
  'href src poster cite action longdesc background data',
)

const elements: ReadonlyMap<string, HtmlElement> = collect()

/** What HTML knows by a lower-case name; `<T>` in a title is more likely a word. */
export function htmlElement(name: string): HtmlElement | undefined {
  return elements.get(name)
}

function collect(): Map<string, HtmlElement> {
  const collected = new Map<string, HtmlElement>()
  const all = [block, empty, hidden, other, allowedElements, Object.keys(allowedAttributes)]
  for (const name of all.flatMap((names) => [...names])) {
    const own = Object.hasOwn(allowedAttributes, name) ? allowedAttributes[name] : undefined
    const isAllowed = own !== undefined || allowedElements.has(name)
    collected.set(name, {
      name,
      isBlock: block.has(name),
      isVoid: empty.has(name),
      isHidden: hidden.has(name),
      isSelfEnding: selfEnding.has(name),
      allowed: isAllowed ? words(`${own ?? ''} ${globalAttributes}`.trim()) : undefined,
    })
  }
  return collected
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
