/** A worker as a proxy has them: opens the shared artifact, answers look-ups, and waits. */
import { parentPort, workerData } from "node:worker_threads";
import { nodeCrypto, openArtifact } from "../../dist/index.mjs";

const { shared, key } = workerData;
const artifact = openArtifact(new Uint8Array(shared), { crypto: nodeCrypto, key });
for (let index = 0; index < 1000; index++) artifact.findCredential("key-auth", `key-${index}`);
parentPort.postMessage(artifact.credentialCount);
setInterval(() => artifact.findConsumer("nobody"), 60_000);
