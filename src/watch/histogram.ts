/** Counts of times by bucket: an observation is a short search and three additions. */

/** Upper bounds in milliseconds; a last bucket takes what is longer. */
export const bucketBounds: readonly number[] = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

export class TimeHistogram {
  readonly buckets = new Float64Array(bucketBounds.length + 1);
  /** Milliseconds. */
  sum = 0;
  count = 0;

  observe(milliseconds: number): void {
    let index = 0;
    while (index < bucketBounds.length && milliseconds > (bucketBounds[index] ?? 0)) index++;
    this.buckets[index] = (this.buckets[index] ?? 0) + 1;
    this.sum += milliseconds;
    this.count++;
  }
}
