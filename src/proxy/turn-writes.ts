/**
 * Writes at the end of a turn of the event loop, all behind each other. Whoever gets the first of them is woken and still
 * awake for the others; one write for each event would wake it each time, which costs more than the sending
 * (docs/decisions/0048-cost-of-a-request.md).
 */

/** A connection that has something to write. */
export interface TurnWriter {
  /** Called once for each time that it was handed over. Must not throw. */
  writeNow(): void;
}

/** Events of more connections than these are not waited for, so that the first ones do not wait long. */
const mostWaiting = 64;

let waiting: TurnWriter[] = [];
let isSet = false;

export function writeInTurn(writer: TurnWriter): void {
  waiting.push(writer);
  if (waiting.length >= mostWaiting) {
    writeAll();
  } else if (!isSet) {
    isSet = true;
    setImmediate(endTurn);
  }
}

function endTurn(): void {
  isSet = false;
  writeAll();
}

/** What is handed over meanwhile waits for the next turn. */
function writeAll(): void {
  const writers = waiting;
  waiting = [];
  for (const writer of writers) writer.writeNow();
}
