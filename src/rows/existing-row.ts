/** As Ponder names the error of an update that finds no row; it exports no class for it. */
const NOT_FOUND = "RecordNotFoundError";

/**
 * The row as an update left it, or null where there is none to update: one access to the store in
 * place of a lookup and an update.
 */
export async function updatedRow<Row>(update: Promise<Row>): Promise<Row | null> {
  try {
    return await update;
  } catch (error) {
    if (error instanceof Error && error.name === NOT_FOUND) return null;
    throw error;
  }
}
