// The seed of the properties: one and the same in every run, so that a change is judged by what it changes.
// `NABLA_SEED=random` explores, and a number is that seed.
import fc from 'fast-check';

const wanted = process.env.NABLA_SEED ?? '20261130';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
