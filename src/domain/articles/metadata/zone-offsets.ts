/**
 * Time zone abbreviations that name one offset to a newsreader, in minutes east of UTC. Ambiguous ones (IST, CST
 * of China, BST of Bangladesh as a rule of thumb aside) are left out: a wrong zone is worse than none.
 *
 * @see https://www.iana.org/time-zones, files europe and northamerica
 */
const OFFSET_MINUTES_BY_ABBREVIATION: Readonly<Record<string, number>> = {
  bst: 60,
  cdt: -300,
  cest: 120,
  cet: 60,
  edt: -240,
  eest: 180,
  eet: 120,
  est: -300,
  gmt: 0,
  mdt: -360,
  mesz: 120,
  mez: 60,
  msk: 180,
  mst: -420,
  pdt: -420,
  pst: -480,
  trt: 180,
  utc: 0,
  wib: 420,
  z: 0,
};

/** Abbreviations that change with daylight saving, as the place whose clock they mean. */
const PLACE_BY_ABBREVIATION: Readonly<Record<string, string>> = {
  ct: 'America/Chicago',
  et: 'America/New_York',
  pt: 'America/Los_Angeles',
};

const NUMERIC_OFFSET = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/;

/** The offset that a zone as printed ("+03:00", "GMT+3", "CEST", "ET") has at a local time, in minutes. */
export function zoneOffsetMinutes(zone: string, localMs: number): number | undefined {
  const name = zone.trim().toLowerCase().replaceAll('.', '');
  const numeric = NUMERIC_OFFSET.exec(name.replace('−', '-').replace(/\s/g, ''));
  if (numeric) {
    const [, sign, hours, minutes = '0'] = numeric;
    const total = Number(hours) * 60 + Number(minutes);
    return total > 14 * 60 ? undefined : sign === '-' ? -total : total;
  }
  const place = PLACE_BY_ABBREVIATION[name];
  return place === undefined ? OFFSET_MINUTES_BY_ABBREVIATION[name] : offsetAt(place, localMs);
}

/** Reads the place's clock at about that time; an hour's error around the change of clocks is accepted. */
function offsetAt(place: string, localMs: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: place,
    timeZoneName: 'longOffset',
  });
  const printed = format.formatToParts(localMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(printed) ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}
