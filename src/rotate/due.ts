/** Decides which credentials of a consumer go, on the values alone. */
import { isMap } from "../model/json.ts";
import { type Refusal, type Retirement, rotationLabels } from "./contract.ts";
import type { Day } from "./days.ts";
import type { DeclaredConsumer, DeclaredCredential } from "./locate.ts";
import { standingOf } from "./standing.ts";

export interface DueRequest {
  readonly today: Day;
  isChosen(credential: Pick<DeclaredCredential, "username" | "id">): boolean;
  /** Says why not, if so. */
  refusalOf(retirement: Retirement): Refusal | undefined;
}

export interface Due {
  readonly retired: readonly RetiredCredential[];
  /** Those that stay and are to name another successor, since theirs goes. */
  readonly moved: readonly MovedLabel[];
  readonly refused: readonly string[];
}

export interface RetiredCredential {
  readonly credential: DeclaredCredential;
  readonly retirement: Retirement;
}

export interface MovedLabel {
  readonly credential: DeclaredCredential;
  readonly replacedBy: string;
}

/**
 * One after the other, each judged by what those before it left: a credential stays if its successor is gone. One whose
 * successor goes gets the successor of that, so that a rotation can begin while another one is under way.
 */
export function dueOf(consumer: DeclaredConsumer, { today, isChosen, refusalOf }: DueRequest): Due {
  const retired: RetiredCredential[] = [];
  const refused: string[] = [];
  const moved = new Map<DeclaredCredential["id"], MovedLabel>();
  let left = consumer.credentials;
  for (const { id } of consumer.credentials.filter(isChosen)) {
    const credential = left.find((other) => other.id === id);
    if (!credential) continue;
    const standing = standingOf(credential, { ...consumer, credentials: left }, today);
    if (standing.state === "stuck") refused.push(standing.refused);
    if (standing.state !== "due") continue;
    const { retirement } = standing;
    const refusal = refusalOf(retirement);
    if (refusal) {
      refused.push(refusal.refused);
      continue;
    }
    retired.push({ credential, retirement });
    moved.delete(id);
    left = left.flatMap((other) => {
      if (other.id === id) return [];
      const next = retirement.successor.id;
      if (replacedBy(other) !== id || other.id === next) return [other];
      moved.set(other.id, { credential: other, replacedBy: next });
      return [withLabel(other, next)];
    });
  }
  return { retired, moved: [...moved.values()], refused };
}

function replacedBy({ value }: DeclaredCredential): unknown {
  return isMap(value["labels"]) ? value["labels"][rotationLabels.replacedBy] : undefined;
}

function withLabel(credential: DeclaredCredential, successor: string): DeclaredCredential {
  const labels = isMap(credential.value["labels"]) ? credential.value["labels"] : {};
  return {
    ...credential,
    value: { ...credential.value, labels: { ...labels, [rotationLabels.replacedBy]: successor } },
  };
}
