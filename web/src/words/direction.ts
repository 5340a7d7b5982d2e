/** Which way a text runs: by most of its letters, since an English sentence may begin with an Arabic name. */

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const LETTER = /\p{L}/gu;

export function directionOf(text: string): "ltr" | "rtl" {
  const letters = text.match(LETTER)?.length ?? 0;
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > letters ? "rtl" : "ltr";
}
