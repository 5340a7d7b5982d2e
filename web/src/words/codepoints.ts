/** Spans count code points; JavaScript's strings count UTF-16 units. This is the one place that turns one into the other. */

const ASTRAL = /[\ud800-\udbff]/;

export class CodePoints {
  readonly length: number;
  private readonly points: readonly string[] | undefined;

  constructor(private readonly text: string) {
    this.points = ASTRAL.test(text) ? Array.from(text) : undefined;
    this.length = this.points?.length ?? text.length;
  }

  /** The characters of a half-open range of code points. */
  slice(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }
}
