// The limit of this processor through WebAssembly: twelve independent sums, nothing read, nothing written.
// Factors are arguments, because V8 makes constants anew at every use, and that would be what is measured.
export function multiplyAdds(count: i32, factor: f64, addend: f64): f64 {
  const x = f64x2.splat(factor);
  const y = f64x2.splat(addend);
  let a = y;
  let b = y;
  let c = y;
  let d = y;
  let e = y;
  let f = y;
  let g = y;
  let h = y;
  let i = y;
  let j = y;
  let k = y;
  let l = y;
  for (let n = 0; n < count; n++) {
    a = f64x2.relaxed_madd(x, y, a);
    b = f64x2.relaxed_madd(x, y, b);
    c = f64x2.relaxed_madd(x, y, c);
    d = f64x2.relaxed_madd(x, y, d);
    e = f64x2.relaxed_madd(x, y, e);
    f = f64x2.relaxed_madd(x, y, f);
    g = f64x2.relaxed_madd(x, y, g);
    h = f64x2.relaxed_madd(x, y, h);
    i = f64x2.relaxed_madd(x, y, i);
    j = f64x2.relaxed_madd(x, y, j);
    k = f64x2.relaxed_madd(x, y, k);
    l = f64x2.relaxed_madd(x, y, l);
  }
  const sum = f64x2.add(
    f64x2.add(f64x2.add(a, b), f64x2.add(c, d)),
    f64x2.add(f64x2.add(f64x2.add(e, f), f64x2.add(g, h)), f64x2.add(f64x2.add(i, j), f64x2.add(k, l))),
  );
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
