/** Loads the artifact anew, when asked and when its source has something new; the outcome is told once. */
import type { ArtifactSource } from "./artifact-source.ts";
import { failureMessage } from "./failure.ts";
import { nextTurn } from "./next-turn.ts";
import type { Terminal } from "./terminal.ts";

export interface Reloads {
  /** Because somebody asked. */
  reload(): void;
  /** Nothing is loaded or told any more. */
  stop(): void;
}

/**
 * One load after the other: a slow one of old files must not end after, and win over, a quick one of new files.
 * @param told each attempt that loaded something or failed
 */
export function followSource(
  source: ArtifactSource,
  terminal: Terminal,
  told: (isGood: boolean, text: string) => void = () => {},
): Reloads {
  const { changes } = source;
  let isStopped = false;
  let isLookDue = false;
  let last = Promise.resolve();
  /** What is wrong at the moment. A source is looked at again and again: the same failure is told once. */
  let failure = "";

  const load = (run: () => Promise<string | undefined>, isAsked: boolean): void => {
    last = last.then(async () => {
      if (isStopped) return;
      const { text, isFailure } = await outcomeOf(run);
      // Writing to a pipe may take as long as all the rest.
      await nextTurn();
      if (isStopped) return;
      if (isFailure || text !== "") told(!isFailure, text);
      const isNews = isAsked || text !== failure;
      if (isFailure && isNews) terminal.note(`not reloaded, the running configuration stays: ${text}`);
      if (!isFailure && text !== "") terminal.note(text);
      if (!isFailure && text === "" && failure !== "") terminal.note("the source is right again, and has nothing new");
      failure = isFailure ? text : "";
    });
  };
  if (changes) {
    changes.follow(() => {
      if (isLookDue) return;
      isLookDue = true;
      load(() => {
        isLookDue = false;
        return changes.look();
      }, false);
    });
  }
  return {
    reload: () => load(() => source.reload(), true),
    stop() {
      isStopped = true;
    },
  };
}

async function outcomeOf(
  run: () => Promise<string | undefined>,
): Promise<{ readonly text: string; readonly isFailure: boolean }> {
  try {
    return { text: (await run()) ?? "", isFailure: false };
  } catch (error) {
    return { text: failureMessage(error), isFailure: true };
  }
}
