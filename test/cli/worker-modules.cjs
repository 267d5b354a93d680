/** Loaded into each thread of serve: notes what a worker has loaded when it has served its first connection. */
const { writeFileSync } = require("node:fs");
const { subscribe } = require("node:diagnostics_channel");
const { isMainThread } = require("node:worker_threads");

if (!isMainThread) {
  subscribe("net.server.socket", ({ socket }) => {
    socket.once("close", () => {
      const all = [...process.moduleLoadList, ...Object.keys(require.cache)].join("\n");
      const loaded = {
        http2: /NativeModule http2$/m,
        https: /NativeModule https$/m,
        tls: /NativeModule tls$/m,
        undici: /\/pool-[^/]*\.js$/m,
        re2js: /\/re2js-[^/]*\.js$/m,
      };
      const names = Object.keys(loaded).filter((name) => loaded[name].test(all));
      writeFileSync(process.env.LOADED_FILE, JSON.stringify(names));
    });
  });
}
