// Names and abbreviations of months as feeds write them, without accents and final dots: English,
// German, French, Dutch, Spanish, Italian, Portuguese, Scandinavian, Polish, Hungarian, Greek, Russian.
const months: readonly string[] = [
  'january jan januar jaenner janner janvier janv januari enero ene gennaio gen janeiro stycznia sty ιαν ιανουαριου января янв',
  'february feb februar fevrier fevr fev februari febrero febbraio fevereiro lutego lut febr φεβ φεβρουαριου февраля фев февр',
  'march mar marz maerz mars marts maart mrt marzo março marca marcius marc μαρ μαρτιου марта мар mrz',
  'april apr avril avr abril abr aprile kwietnia kwi aprilis απρ απριλιου апреля апр',
  'may mai mei mayo maggio mag maio maj maja majus μαι μαιου мая май',
  'june jun juni juin junio giugno giu junho czerwca cze junius ιουν ιουνιου июня июн',
  'july jul juli juillet juil julio luglio lug julho lipca lip julius ιουλ ιουλιου июля июл',
  'august aug aout augustus agosto ago sierpnia sie augusti augusztus αυγ αυγουστου августа авг',
  'september sep sept septembre septiembre settembre set setembro wrzesnia wrz szeptember szept σεπ σεπτεμβριου сентября сен сент',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika paz οκτ οκτωβριου октября окт',
  'november nov novembre noviembre novembro listopada lis νοε νοεμβριου ноября ноя нояб',
  'december dec dezember dez decembre diciembre dic dicembre dezembro grudnia gru δεκ δεκεμβριου декабря дек des desember',
]

const weekdays: readonly string[] = [
  'sunday sun sonntag so dimanche dim zondag zo domingo dom domenica sondag vasarnap κυρ κυριακη воскресенье вс niedziela',
  'monday mon montag mo lundi lun maandag ma lunes lunedi segunda mandag man hetfo δευ δευτερα понедельник пн poniedzialek pon',
  'tuesday tue tues dienstag di mardi mar dinsdag martes martedi terca tirsdag tir kedd τρι τριτη вторник вт wtorek wto',
  'wednesday wed wednes weds mittwoch mi mercredi mer woensdag wo miercoles mie mercoledi quarta onsdag ons szerda τετ τεταρτη среда ср sroda sro',
  'thursday thu thurs thur thr donnerstag do jeudi jeu donderdag jueves jue giovedi gio quinta torsdag tor csutortok πεμ πεμπτη четверг чт czwartek czw',
  'friday fri freitag fr vendredi ven vrijdag vr viernes vie venerdi sexta fredag fre pentek παρ παρασκευη пятница пт piatek pia',
  'saturday sat samstag sa samedi sam zaterdag za sabado sab sabato lordag lor szombat σαβ σαββατο суббота сб sobota sob',
]

// Words between the parts of a date that mean nothing for it.
const fillers: ReadonlySet<string> = new Set(
  't at of de del um den le the on um uhr kl klo klockan a à as г st nd rd th er 년 월 일 年 月 日 시 분 초 η ης'.split(
    ' ',
  ),
)

function index(lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((list, i) => list.split(' ').map((word) => [plainWord(word), i])))
}

const monthOf: ReadonlyMap<string, number> = index(months)
const weekdayOf: ReadonlyMap<string, number> = index(weekdays)

/** A word as the tables hold it: lower case, without accents. */
export function plainWord(word: string): string {
  // Hangul would fall apart into its letters.
  return /[\uac00-\ud7a3]/.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase()
}

/** 0 for January. */
export function monthNumber(word: string): number | undefined {
  return monthOf.get(word)
}

/** 0 for Sunday. */
export function weekdayNumber(word: string): number | undefined {
  return weekdayOf.get(word)
}

export function isFiller(word: string): boolean {
  return fillers.has(word)
}
