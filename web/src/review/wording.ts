/** The words with a full stop, where they do not end in a mark of their own. */
export function asSentence(words: string): string {
  return /[.!?…]["”]?$/.test(words) ? words : `${words}.`;
}
