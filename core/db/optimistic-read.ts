import {
  AliasNode,
  IdentifierNode,
  type Kysely,
  type KyselyPlugin,
  type RawBuilder,
  SelectionNode,
  SelectQueryNode,
} from "kysely";
import { consistentRead, type Snapshot } from "./consistent-read.ts";
import { indexedDb } from "./indexed.ts";
import { MARK_COLUMN, type MarkedPosition } from "./position.ts";
import { outsideOfRead } from "./read-scope.ts";

/** Reads of the index that belong together, on one snapshot. */
export type ReadIndex = <Answer>(work: (snapshot: Snapshot) => Promise<Answer>) => Promise<Answer>;

/** Name of the column that carries the mark; the plugin for camel case leaves it as it is. */
const MARK_NAME = "positionmark";

/** Findings that are kept for one position at most; walks over lists share very few. */
const MAX_FINDINGS = 1_000;

/** What was read cannot be shown to belong to the known position. */
class NotAtPosition extends Error {
  override name = "NotAtPosition";
}

/**
 * Reads without a transaction, which costs more than most of the pages that are read in one. Every
 * statement also selects the mark of its own snapshot; as long as all of them carry that of the
 * position that is known from before, they saw one and the same index. Otherwise, and for whatever
 * brings no row to carry a mark or asks nothing at all, the work is done again in a transaction,
 * which also tells the new position. Only the index and profiles of listings are read so: other tables
 * of `app` change without moving the mark.
 */
export function optimisticReads(db: Kysely<unknown>): ReadIndex {
  let known: (MarkedPosition & { findings: Map<string, Promise<unknown>> }) | undefined;
  const inTransaction: ReadIndex = (work) =>
    consistentRead(db, work, (marked) => {
      if (known?.mark !== marked.mark) known = { ...marked, findings: new Map() };
    });
  return async (work) => {
    if (known === undefined) return inTransaction(work);
    const { mark, position, findings } = known;
    let isConfirmed = false;
    const confirm = (seen: unknown) => {
      if (seen !== mark) throw new NotAtPosition();
      isConfirmed = true;
    };
    const snapshot: Snapshot = {
      indexed: indexedDb(db.withPlugin(readMark(confirm))),
      get app(): never {
        throw new NotAtPosition();
      },
      position,
      mark,
      remember<Value>(key: string, find: () => Promise<Value>): Promise<Value> {
        const found = findings.get(key);
        // The key names what is found, so what was kept under it has the type of `find`.
        if (found !== undefined) return found as Promise<Value>;
        const finding = outsideOfRead(find);
        if (findings.size < MAX_FINDINGS) findings.set(key, finding);
        finding.catch(() => findings.delete(key));
        return finding;
      },
    };
    try {
      const answer = await work(snapshot);
      if (isConfirmed) return answer;
    } catch (error) {
      if (isConfirmed && !(error instanceof NotAtPosition)) throw error;
    }
    return inTransaction(work);
  };
}

/** Adds the mark to every statement, and tells which one the first row of each result carries. */
function readMark(onMark: (mark: unknown) => void): KyselyPlugin {
  return {
    transformQuery({ node }) {
      // A union would need the mark in each of its parts.
      if (!SelectQueryNode.is(node) || node.setOperations) throw new NotAtPosition();
      return SelectQueryNode.cloneWithSelections(node, [MARK_SELECTION]);
    },
    async transformResult({ result }) {
      onMark(result.rows[0]?.[MARK_NAME]);
      return result;
    },
  };
}

const MARK_SELECTION = selectionOf(MARK_COLUMN);

function selectionOf(column: RawBuilder<unknown>): SelectionNode {
  return SelectionNode.create(
    AliasNode.create(column.toOperationNode(), IdentifierNode.create(MARK_NAME)),
  );
}
