/** Welch's t-test of two samples of times, their slow tails cropped alike, as dudect does (Reparaz, Balasch, Verbauwhede 2017). */

/** @param kept share of all times that stays: both samples are cropped at the same time */
export function welch(left, right, kept) {
  const limit = Float64Array.from([...left, ...right]).sort()[Math.floor((left.length + right.length) * kept) - 1];
  const [one, other] = [left, right].map((times) => moments(times.filter((time) => time <= limit)));
  const [errorOne, errorOther] = [one.variance / one.count, other.variance / other.count];
  const t = (one.mean - other.mean) / Math.sqrt(errorOne + errorOther);
  return { t, p: twoSided(t), difference: one.mean - other.mean, kept: Math.min(one.count, other.count) };
}

function moments(times) {
  let mean = 0;
  for (const time of times) mean += time / times.length;
  let sum = 0;
  for (const time of times) sum += (time - mean) ** 2;
  return { mean, variance: sum / (times.length - 1), count: times.length };
}

/** With so many degrees of freedom Student's distribution is the normal one; complementary error function after Numerical Recipes. */
function twoSided(t) {
  const z = Math.abs(t) / Math.SQRT2;
  const u = 1 / (1 + 0.5 * z);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const polynomial = series.reduceRight((sum, coefficient) => sum * u + coefficient, 0);
  return u * Math.exp(-z * z + polynomial);
}
