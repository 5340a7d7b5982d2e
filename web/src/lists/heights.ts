/** How high the rows of a long list are: measured where they have been drawn, estimated elsewhere. */

/** Rows that are drawn: from `first` on, up to `last` (left out). */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export class Heights {
  private readonly known = new Map<number, number>();
  private tops: Float64Array | undefined;
  /** How many rows were known when the others were last estimated. */
  private estimatedFrom = 0;

  constructor(
    readonly count: number,
    private estimate: number,
  ) {}

  /** Take in what was measured; true where that changes anything. Whenever twice as many rows are known as before, the
   * others are estimated anew: often enough to come near, and too seldom to make a reader's place in the list wander.
   */
  learn(measured: Iterable<readonly [row: number, height: number]>): boolean {
    const fresh = [...measured].filter(([row, height]) => height > 0 && Math.abs((this.known.get(row) ?? 0) - height) > 0.5);
    if (fresh.length === 0) return false;
    for (const [row, height] of fresh) this.known.set(row, height);
    if (this.known.size >= 2 * this.estimatedFrom) {
      this.estimatedFrom = this.known.size;
      this.estimate = [...this.known.values()].reduce((sum, height) => sum + height, 0) / this.known.size;
    }
    this.tops = undefined;
    return true;
  }

  /** Forget what was measured: the list has another width. */
  forget(): void {
    this.known.clear();
    this.estimatedFrom = 0;
    this.tops = undefined;
  }

  /** Where a row begins, in pixels below the head of the list; that of row `count` is the end of the list. */
  top(row: number): number {
    return this.laidOut()[Math.max(0, Math.min(row, this.count))] ?? 0;
  }

  /** The rows between two heights, whole or in part. */
  between(top: number, bottom: number): Stretch {
    if (bottom <= 0 || top >= this.top(this.count)) return bottom <= 0 ? { first: 0, last: 0 } : { first: this.count, last: this.count };
    return { first: this.rowAt(Math.max(0, top)), last: this.rowAt(bottom) + 1 };
  }

  private rowAt(height: number): number {
    const tops = this.laidOut();
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((tops[middle] ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private laidOut(): Float64Array {
    if (this.tops) return this.tops;
    const tops = new Float64Array(this.count + 1);
    for (let row = 0; row < this.count; row += 1) tops[row + 1] = (tops[row] ?? 0) + (this.known.get(row) ?? this.estimate);
    this.tops = tops;
    return tops;
  }
}

/** The stretches to draw: the rows in view, and the one that holds the focus wherever it is, in order. */
export function drawn(view: Stretch, focused: number | undefined, count: number): readonly Stretch[] {
  const own: Stretch = { first: Math.min(view.first, count), last: Math.min(view.last, count) };
  const kept = own.last > own.first ? [own] : [];
  if (focused === undefined || focused >= count || (focused >= own.first && focused < own.last)) return kept;
  const alone: Stretch = { first: focused, last: focused + 1 };
  return focused < own.first ? [alone, ...kept] : [...kept, alone];
}
