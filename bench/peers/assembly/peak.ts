// The limit of this processor through WebAssembly: twelve independent sums, nothing read, nothing written.
export function multiplyAdds(count: i32): f64 {
  const x = f64x2.splat(0.999);
  const y = f64x2.splat(1e-9);
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
    a = f64x2.relaxed_madd(a, x, y);
    b = f64x2.relaxed_madd(b, x, y);
    c = f64x2.relaxed_madd(c, x, y);
    d = f64x2.relaxed_madd(d, x, y);
    e = f64x2.relaxed_madd(e, x, y);
    f = f64x2.relaxed_madd(f, x, y);
    g = f64x2.relaxed_madd(g, x, y);
    h = f64x2.relaxed_madd(h, x, y);
    i = f64x2.relaxed_madd(i, x, y);
    j = f64x2.relaxed_madd(j, x, y);
    k = f64x2.relaxed_madd(k, x, y);
    l = f64x2.relaxed_madd(l, x, y);
  }
  const sum = f64x2.add(
    f64x2.add(f64x2.add(a, b), f64x2.add(c, d)),
    f64x2.add(f64x2.add(f64x2.add(e, f), f64x2.add(g, h)), f64x2.add(f64x2.add(i, j), f64x2.add(k, l))),
  );
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
