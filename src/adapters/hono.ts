/** A gate for Hono: wraps the application's fetch, so that it decides before Hono routes and both read the same path. */
import type { Caller } from "./contract.ts";
import { type FetchGate, fetchGate } from "./fetch.ts";

/** The part of a Hono application that is needed. */
interface HonoApp<Context> {
  fetch(request: Request, environment?: Record<string, unknown>, context?: Context): Response | Promise<Response>;
}

/** What the application finds in `c.env`. */
export interface Bindings {
  readonly rollcall: Caller;
}

/**
 * @example
 * const app = new Hono();
 * app.get("/orders/:id", (c) => c.text(`hello ${c.env.rollcall.consumer}`));
 * export default { fetch: honoGate(app, { engine, remoteAddress }) };
 */
export function honoGate<Context>(app: HonoApp<Context>, options: FetchGate) {
  const gate = fetchGate(options);
  return async (request: Request, environment: Record<string, unknown> = {}, context?: Context): Promise<Response> => {
    const passed = await gate(request);
    if (passed instanceof Response) return passed;
    try {
      return passed.finish(await app.fetch(passed.request, { ...environment, rollcall: passed.caller }, context));
    } catch (error) {
      passed.finish(new Response(null));
      throw error;
    }
  };
}
