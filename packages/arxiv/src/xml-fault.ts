/** Why a text is no well-formed XML, and where. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault' as const

  constructor(reason: string, at: number) {
    super(`${reason}, at ${at}`)
  }
}
