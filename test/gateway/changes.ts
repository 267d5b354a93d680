/** Changes as a plan would have them, without their fields. */
import type { Kind } from "../../src/model/config.ts";
import type { Change } from "../../src/plan/contract.ts";

/** A delete if there is no `after`. */
export const change = (kind: Kind, id: string, after: object | undefined, more: Partial<Change> = {}): Change => ({
  action: after === undefined ? "delete" : "create",
  kind,
  id,
  name: id,
  ...(after === undefined ? {} : { after: { ...after } }),
  fields: [],
  ...more,
});
