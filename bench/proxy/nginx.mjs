/** Two set-ups of nginx: the upstream, which must not be what limits the others, and a reverse proxy to compare with. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const answer = JSON.stringify({ ok: true, from: "upstream", items: [1, 2, 3] });

/** Answers `/download` with a file of the folder, everything else with a small JSON body. */
export function upstreamFile(folder, port) {
  const server = `listen 127.0.0.1:${port};
      location / { default_type application/json; return 200 '${answer}'; }
      location = /download { root ${folder}; }`;
  return configurationFile(folder, "upstream", "", server);
}

/** Streams like the others do: bodies are not put into files first. */
export function proxyFile(folder, port, upstreamPort, sinkPort) {
  const upstreams = [
    ["upstream", upstreamPort],
    ["sink", sinkPort],
  ].map(([name, itsPort]) => `upstream ${name} { server 127.0.0.1:${itsPort}; keepalive 256; }`);
  const server = `listen 127.0.0.1:${port};
      client_max_body_size 0;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_request_buffering off;
      proxy_max_temp_file_size 0;
      location / { proxy_pass http://upstream; }
      location = /upload { proxy_pass http://sink; }`;
  return configurationFile(folder, "proxy", upstreams.join("\n    "), server);
}

/** One process, without a master, so that it can be pinned and watched like the others. */
function configurationFile(folder, name, upstreams, server) {
  const own = join(folder, `nginx-${name}`);
  mkdirSync(own);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${join(own, kind)};`,
  );
  const file = join(own, "nginx.conf");
  writeFileSync(
    file,
    `daemon off;
master_process off;
worker_processes 1;
pid ${join(own, "pid")};
error_log ${join(own, "error.log")};
events { worker_connections 2048; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_timeout 600s;
    keepalive_requests 1000000000;
    ${temporary.join("\n    ")}
    ${upstreams}
    server {
      ${server}
    }
}
`,
  );
  return file;
}
