/**
 * The months in the languages of news feeds, January first, in the form (often the genitive) that stands in
 * dates; a bar separates forms. Abbreviations need no entry of their own when they are the start of a name.
 *
 * Names after CLDR 48 (`dates/calendars/gregorian/months`, wide and abbreviated). Sorted by language.
 */
export const MONTH_NAMES: Readonly<Record<string, string>> = {
  cs: 'leden|ledna únor|února březen|března duben|dubna květen|května červen|června červenec|července srpen|srpna září říjen|října listopad|listopadu prosinec|prosince',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  de: 'Januar|Jänner Februar|Feber März|Mrz April Mai Juni Juli August September Oktober November Dezember|Dezbr',
  el: 'Ιανουαρίου|Ιανουάριος|Ιαν Φεβρουαρίου|Φεβρουάριος Μαρτίου|Μάρτιος|Μάώ|Μαώ Απριλίου|Απρίλιος Μαΐου|Μάιος Ιουνίου|Ιούνιος|Ιον Ιουλίου|Ιούλιος|Ιολ Αυγούστου|Αύγουστος Σεπτεμβρίου|Σεπτέμβριος Οκτωβρίου|Οκτώβριος Νοεμβρίου|Νοέμβριος|Νοέ Δεκεμβρίου|Δεκέμβριος',
  en: 'January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sep|Sept October|Oct November|Nov December|Dec',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  et: 'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  fr: 'janvier février|fév mars avril mai juin juillet août septembre octobre novembre décembre',
  hu: 'január február|februári március április május június július augusztus szeptember október november december',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  lt: 'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  lv: 'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  nl: 'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  pl: 'stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  ru: 'января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь',
  sk: 'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  tr: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
  uk: 'січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень',
};
