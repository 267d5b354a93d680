/** A worker of serve: a thread that listens on a socket which it shares with the others, and is told what to serve by. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { environmentReferences } from "../artifact/environment.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { createRemoteCounters } from "../proxy/redis/remote-counters.ts";
import { createTrace } from "../watch/trace-context.ts";
import { readTraceSettings } from "../watch/trace-settings.ts";
import { openShared } from "./layered.ts";
import { type Front, startFront } from "./serve-front.ts";
import type { CounterAnswer, FromWorker, ToWorker, WorkerTask } from "./worker-contract.ts";
import { openWorkerCounters } from "./worker-counters.ts";
import { createWorkerReports } from "./worker-reports.ts";

/** Milliseconds. */
const idleReportEvery = 250;

if (parentPort) void run(workerData as WorkerTask, parentPort);

async function run(task: WorkerTask, control: MessagePort): Promise<void> {
  const { env: environment } = process;
  const tell = (message: FromWorker): void => control.postMessage(message);
  const remote = createRemoteCounters({
    resolveReference: environmentReferences(environment),
    tell: (text) => tell({ kind: "warning", text }),
  });
  const calls = new Map<number, (answer: CounterAnswer) => void>();
  let lastCall = 0;
  const counters = openWorkerCounters(task.counters, task.number, {
    call: (what) =>
      new Promise((resolve) => {
        calls.set(++lastCall, resolve);
        tell({ kind: "count", call: lastCall, what });
      }),
    leave: (key) => tell({ kind: "leave", key }),
  });

  let front: Front | undefined;
  const reports = createWorkerReports((events, lost) =>
    tell({ kind: "report", events, lost, ...(front && { stats: front.stats(), nodes: front.nodes() }) }),
  );
  const trace = task.traces && createTrace(readTraceSettings(environment).settings?.sampler ?? (() => false));
  front = await startFront(
    openShared(task.artifact, { environment }),
    {
      ...task.settings,
      listen: task.listen,
      authRequest: task.authRequest,
      ...(task.tls && { tls: task.tls }),
      ...(trace && { trace }),
      logsAccess: task.tellsRequests,
      log(event) {
        if (task.tellsRequests || event.kind === "fault") reports.add(event);
      },
    },
    {
      crypto: nodeCrypto,
      now: Date.now,
      counters,
      remoteCounters: remote.find,
    },
  );
  const serving = front;
  // Connections that come and go without a request are told of too.
  if (task.tellsRequests) setInterval(reports.tell, idleReportEvery).unref();
  control.on("message", (message: ToWorker) => {
    if (message.kind === "counted") {
      calls.get(message.call)?.(message.answer);
      calls.delete(message.call);
    } else if (message.kind === "heard") {
      reports.heard();
    } else if (message.kind === "tell") {
      reports.tell();
      tell({ kind: "told" });
    } else if (message.kind === "use") {
      void serving.use(openShared(message.artifact, { environment }));
      tell({ kind: "using" });
    } else if (message.kind === "certificates") {
      serving.useCertificates(message.tls);
    } else {
      void serving.close(message.closing).then(() => {
        reports.tell();
        remote.close();
        process.exit();
      });
    }
  });
  tell({ kind: "listening", url: serving.url });
}
