/** Property tests draw from a fixed seed, so that a run tells of the change and not of the draw. FC_SEED=n draws from another. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20261124) });
