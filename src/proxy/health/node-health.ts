/** Whether a node is well, as probes and requests tell; counted as lua-resty-healthcheck does, which APISIX uses. */
import type { HealthRules } from "../../artifact/contract.ts";
import type { NodeChange } from "../contract.ts";

export type Report = NodeChange["found"];

/** undefined: a status that says nothing. */
export function reportOfStatus(rules: HealthRules, status: number): Report | undefined {
  if (rules.healthyStatuses.includes(status)) return "success";
  return rules.unhealthyStatuses.includes(status) ? "httpFailure" : undefined;
}

const limitNames = {
  success: "successes",
  httpFailure: "httpFailures",
  tcpFailure: "tcpFailures",
  timeout: "timeouts",
} as const satisfies Record<Report, keyof HealthRules>;

export class NodeHealth {
  isHealthy = true;
  #counts: Record<Report, number> = noCounts();

  /** @returns whether the node's state has changed */
  report(report: Report, rules: HealthRules): boolean {
    const limit = rules[limitNames[report]];
    const isSuccess = report === "success";
    if (limit === 0) return false;
    // The usual case: well, and no failure to forget.
    if (isSuccess && this.isHealthy) {
      if (this.#hasFailures()) this.#counts = noCounts();
      return false;
    }
    if (!isSuccess && !this.isHealthy) {
      this.#counts.success = 0;
      return false;
    }
    if (++this.#counts[report] < limit) return false;
    this.isHealthy = isSuccess;
    this.#counts = noCounts();
    return true;
  }

  #hasFailures(): boolean {
    const { httpFailure, tcpFailure, timeout } = this.#counts;
    return httpFailure + tcpFailure + timeout > 0;
  }
}

function noCounts(): Record<Report, number> {
  return { success: 0, httpFailure: 0, tcpFailure: 0, timeout: 0 };
}
