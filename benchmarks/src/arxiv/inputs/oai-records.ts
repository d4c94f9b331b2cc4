import { escapeXml, type InventedPaper, inventPapers } from './invented-paper.ts'

/** A page of ListRecords in the format `arXiv`, indented as deeply as the service does. */
export function oaiRecords(count: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
    <responseDate>2026-04-13T02:24:10Z</responseDate>
                <request verb="ListRecords" metadataPrefix="arXiv" from="2026-04-08" set="cs:cs:SE">https://oaipmh.arxiv.org/oai</request>


    <ListRecords>
${inventPapers(count).map(record).join('\n')}
        <resumptionToken expirationDate='2026-04-14T00:00:00Z'>verb%3DListRecords%26skip%3D${count}</resumptionToken>
    </ListRecords>
</OAI-PMH>`
}

function record(paper: InventedPaper): string {
  const { id, at, doi, journalRef } = paper
  const authors = paper.authors.map(
    ({ first, last }) => `                <author>
                    <keyname>${escapeXml(last)}</keyname>
                        <forenames>${escapeXml(first)}</forenames>
                </author>`,
  )
  return `                    <record>
                <header>
        <identifier>oai:arXiv.org:${id}</identifier>
        <datestamp>${at.slice(0, 10)}</datestamp>
            <setSpec>cs:cs:SE</setSpec>
    </header>

            <metadata>
                        <arXiv xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://arxiv.org/OAI/arXiv/ https://oaipmh.arxiv.org/OAI/arXiv.xsd">
        <id>${id}</id>
        <created>${at.slice(0, 10)}</created>
        <authors>
${authors.join('\n')}
        </authors>
        <title>${escapeXml(paper.title)}</title>
            <categories>${paper.categories.join(' ')}</categories>
            <comments>${paper.comment}</comments>${journalRef === undefined ? '' : `\n            <journal-ref>${journalRef}</journal-ref>`}${doi === undefined ? '' : `\n            <doi>${doi}</doi>`}
            <license>http://creativecommons.org/licenses/by/4.0/</license>
            <abstract>${escapeXml(paper.abstract)}</abstract>
    </arXiv>

            </metadata>
        </record>`
}
