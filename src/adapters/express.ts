/** A gate for Express: a middleware for the whole application. */
import type { ServerResponse } from "node:http";
import type { Gate } from "./contract.ts";
import { type Gated, nodeHttp } from "./node-http.ts";

/** The part of Express's request that is needed. */
type ExpressRequest = Gated & { readonly baseUrl: string; originalUrl: string };

/**
 * @example
 * const app = express();
 * app.enable("case sensitive routing");
 * app.use(expressGate({ engine }));
 * app.get("/orders/:id", (request, response) => response.send(`hello ${request.rollcall.consumer}`));
 */
export function expressGate(options: Gate) {
  const gate = nodeHttp(options);
  return (request: ExpressRequest, response: ServerResponse, next: (error?: unknown) => void): void => {
    if (request.baseUrl !== "") {
      next(new Error("rollcall: use the gate without a path: below one it would judge a part of the path"));
      return;
    }
    gate(request, response, (error) => {
      request.originalUrl = request.url ?? "";
      next(error);
    });
  };
}
