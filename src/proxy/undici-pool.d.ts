/** The pool by itself: the package as a whole also loads fetch, WebSocket and caches, 5 MB in each worker. */
declare module "undici/lib/dispatcher/pool.js" {
  const Pool: typeof import("undici").Pool;
  export = Pool;
}
