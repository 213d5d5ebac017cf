import fc from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a red run is red again and a green change
 * stays green. `FUZZ_SEED=N` draws others.
 */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_121) });
