/** "1 report", "12 reports"; nouns whose plural is irregular give it. */
export function sayCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? noun : plural}`;
}

/** "1,200", "3.5". */
export function sayNumber(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}

/** "killed_in_action" as "killed in action", with a capital where it opens a line. */
export function plain(word: string): string {
  const words = word.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
