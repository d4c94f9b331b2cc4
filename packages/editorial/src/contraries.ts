/** Words for a direction, and those for the other one; each side gainsays the other. */
export interface Contrary {
  up: RegExp
  down: RegExp
}

const word = (stems: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}'-])(?:${stems})(?![\p{L}\p{N}'-])`, 'gu')

/** What may be said the wrong way round: of a place or score, a distance, an entry, a lead. */
export const contraries: readonly Contrary[] = [
  {
    up: word(
      'ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|improv(?:e|es|ed|ing|ement)|increas(?:e|es|ed|ing)|gr[eo]w(?:s|n|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|leap(?:s|t|ed|ing)?',
    ),
    down: word(
      'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|los(?:e|es|t|ing|s|ses)|declin(?:e|es|ed|ing)|slip(?:s|ped|ping)?|s[aiu]nk(?:s|ing)?|slid(?:e|es|ing)?|decreas(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|retreat(?:s|ed|ing)?|regress(?:es|ed|ing)?',
    ),
  },
  {
    up: word('widen(?:s|ed|ing)?'),
    down: word('narrow(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?|tighten(?:s|ed|ing)?'),
  },
  {
    up: word(
      'enter(?:s|ed|ing)?|join(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|debut(?:s|ed|ing)?|newcomers?|new entr(?:y|ies)',
    ),
    down: word(
      '(?:has|have) left|leaves? the|left the|depart(?:s|ed|ing|ures?)?|leavers?|vanish(?:es|ed)?|disappear(?:s|ed)?|dropped (?:out|off)|(?:was|were) removed',
    ),
  },
  {
    up: word(
      '(?:has|have) (?:taken|lost|seized) the lead|(?:takes?|took|seized?|loses?|lost) the lead|new leaders?|chang(?:e|es|ed) (?:hands|of lead(?:er)?)|overt(?:ook|akes?|aken)|dethron(?:es|ed)|unseat(?:s|ed)',
    ),
    down: word(
      'ke(?:eps?|pt) (?:the|its|their) lead|retain(?:s|ed)? (?:the|its|their) lead|maintain(?:s|ed)? (?:the|its|their) lead|still leads?|already led|remains? (?:first|ahead|in the lead)|h(?:olds?|eld) on to (?:the|its|their) lead',
    ),
  },
]
