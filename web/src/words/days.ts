/** Days are ISO text ("2024-03-05"), as the server writes them; British order on the screen. */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
const DAY = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** The ISO text of a day number. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** "5 March 2024". */
export function sayDay(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** "5 Mar", with the year where it is asked for. */
export function sayShortDay(iso: string, withYear = false): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]?.slice(0, 3)}${withYear ? ` ${year}` : ""}`;
}

/** "5–12 March 2024", "28 February – 3 March 2024", "undated". */
export function sayRange(first: string | null, last: string | null): string {
  if (!first || !last) return "undated";
  if (first === last) return sayDay(first);
  const [firstYear, firstMonth, firstDay] = first.split("-").map(Number);
  const [lastYear, lastMonth] = last.split("-").map(Number);
  if (firstYear !== lastYear) return `${sayDay(first)} – ${sayDay(last)}`;
  if (firstMonth !== lastMonth) return `${firstDay} ${MONTHS[(firstMonth ?? 1) - 1]} – ${sayDay(last)}`;
  return `${firstDay}–${sayDay(last)}`;
}
