/** The namespaces of arXiv's XML. Prefixes are not fixed, these addresses are. */
export const atom = 'http://www.w3.org/2005/Atom'
export const arxiv = 'http://arxiv.org/schemas/atom'
export const dublinCore = 'http://purl.org/dc/elements/1.1/'
export const openSearch = 'http://a9.com/-/spec/opensearch/1.1/'
export const oai = 'http://www.openarchives.org/OAI/2.0/'
