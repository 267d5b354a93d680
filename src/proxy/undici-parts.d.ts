/** Parts of undici by themselves: the package as a whole also loads fetch, WebSocket and caches, 5 MB in each worker. */
declare module "undici/lib/dispatcher/pool.js" {
  const Pool: typeof import("undici").Pool;
  export = Pool;
}

declare module "undici/lib/core/errors.js" {
  const errors: typeof import("undici").errors;
  export = errors;
}
