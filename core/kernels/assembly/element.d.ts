// Only for editors: the compiler is told which type the numbers of a build have (build/kernels.mjs).
/** f64 or, in the modules that calculate in float32, f32. */
type Element = f64;
