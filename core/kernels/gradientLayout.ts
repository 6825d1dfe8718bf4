// Where a plan's numbers stand in the memory of the gradient module. This file is read by both compilers, so that
// the two sides cannot differ: TypeScript fills the plan in (`gradientPlan.ts`), the module reads it
// (`assembly/gradientModule.ts`). Offsets in bytes; addresses and counts are 32-bit integers, two numbers doubles.

/** Before it the compiler puts constants of the module. */
export const planAt = 16_384;
export const samplesAt = planAt;
export const layersAt = planAt + 4;
export const inputAt = planAt + 8;
export const targetAt = planAt + 12;
/** What a layer reads, in panels of samples, columns two by two: see `assembly/gradientPacking.ts`. */
export const sourcePanelsAt = planAt + 16;
/** δ in panels of samples, and δᵀ in panels of neurons, column by column. */
export const deltaPanelsAt = planAt + 20;
export const deltaTransposedAt = planAt + 24;
/** Where the chunks are, which follow the layers. */
export const chunksAt = planAt + 28;
export const divisorAt = planAt + 32;
/** The loss, where the module computes it. */
export const lossAt = planAt + 40;
/** For threads: the next chunk to be taken, how many are done, and the end of those that may be taken. */
export const nextAt = planAt + 64;
export const doneAt = planAt + 128;
export const openAt = planAt + 192;
/** How often chunks were opened, and how many threads look at that. */
export const openingsAt = planAt + 256;
export const presentAt = planAt + 320;
export const firstLayer = planAt + 384;

/** A layer, from its own address. */
export const layerBytes = 64;
export const fanInAt = 0;
export const fanOutAt = 4;
export const weightsAt = 8;
/** 0 where there are none. */
export const biasesAt = 12;
export const weightGradientAt = 16;
export const biasGradientAt = 20;
/** o, φ′(s) and δ, samples × fan-out. s stands where o will. */
export const outputAt = 24;
export const slopeAt = 28;
export const deltaAt = 32;
export const activationAt = 36;

/** A chunk of work, from its own address: its kind, its layer, and ranges that the kind explains. */
export const chunkBytes = 28;
export const kindAt = 0;
export const chunkLayerAt = 4;
export const firstAt = 8;
export const endAt = 12;
export const secondFirstAt = 16;
export const secondEndAt = 20;
/** How many chunks, from the first on, must be done before this one begins. */
export const afterAt = 24;

/** The whole gradient of samples first … end, one by one. */
export const bySample = 0;
/** Panels of samples of what a layer reads. */
export const packSource = 1;
/** s of neurons first … end, of samples in panels secondFirst … secondEnd. */
export const preActivate = 2;
/** o and φ′ of samples in panels first … end. */
export const activate = 3;
/** ½ Σ (o − y)² over its divisor, with ∂L/∂o in place of δ. */
export const compare = 4;
/** δ ← δ ⊙ φ′ of samples in panels first … end, packed in panels of samples and of neurons. */
export const packDelta = 5;
/** ∂L/∂W of columns first … end; samples secondFirst … secondEnd, added to what is there but for the first. */
export const weightGradient = 6;
/** ∂L/∂b of neurons first … end. */
export const biasGradient = 7;
/** ∂L/∂o of the layer before: columns first … end, samples in panels secondFirst … secondEnd. */
export const sourceGradient = 8;

/** Activations. */
export const identityCode = 0;
export const reluCode = 1;
export const sigmoidCode = 2;
export const tanhCode = 3;
export const softplusCode = 4;
/** One that the module does not know: what calls it writes o and φ′ itself, between two calls. */
export const foreignCode = 5;

/**
 * A block of B: so many of its rows and columns take 280 kB, a line of the cache more for every panel of four columns. A
 * panel of A, six rows of the same depth, takes 13 kB, and is fetched once for all columns of a block: with 64 of them
 * the products of wide layers took a twentieth longer.
 */
export const blockDepth = 272;
export const blockColumns = 128;
/**
 * What a thread has for the sums of a product deeper than a block, tile after tile, so that the next block finds them in
 * one stretch: rows of C, which stand kilobytes apart, took a twentieth longer, and a tenth where other programs want the
 * caches. `gradientPlan.ts` makes no chunk with more of them, which the tests assert.
 */
export const sumsBytes = 1_064_960;
