/** A movement as the ledger books it; amounts in base units, addresses in lower case. */
export type BookedMovement = {
  token: string;
  from: string;
  to: string;
  amountUnits: bigint;
  debitAccount: string | null;
  creditAccount: string | null;
};

/** One side of a movement, and what its account holds from then on. */
export type Posting = { account: string; balanceUnits: bigint };

/** What an account has received and given in one token. */
export type AccountTotal = {
  account: string;
  token: string;
  debitedUnits: bigint;
  creditedUnits: bigint;
  /** Credited less debited: negative for whoever put money in. */
  balanceUnits: bigint;
};

export type RunningLedger<Movement> = {
  lines: { movement: Movement; debit: Posting; credit: Posting }[];
  /** In the order in which they first appear. */
  accounts: AccountTotal[];
};

/**
 * Adds up movements in the order of the chain. Each one debits an account and credits another by the
 * same amount, so that all balances of a token always sum to zero. An account outside the contract
 * is named by its address.
 *
 * @param contract holder of the accounts that have names
 */
export function runBalances<Movement extends BookedMovement>(
  contract: string,
  movements: readonly Movement[],
): RunningLedger<Movement> {
  const accounts = new Map<string, AccountTotal>();
  const totalOf = (account: string, token: string): AccountTotal => {
    const key = `${token} ${account}`;
    const known = accounts.get(key);
    if (known !== undefined) return known;
    const total = { account, token, debitedUnits: 0n, creditedUnits: 0n, balanceUnits: 0n };
    accounts.set(key, total);
    return total;
  };
  const lines = movements.map((movement) => {
    const { token, amountUnits } = movement;
    const debited = totalOf(debitedAccount(contract, movement), token);
    debited.debitedUnits += amountUnits;
    debited.balanceUnits -= amountUnits;
    const debit = { account: debited.account, balanceUnits: debited.balanceUnits };
    const credited = totalOf(creditedAccount(contract, movement), token);
    credited.creditedUnits += amountUnits;
    credited.balanceUnits += amountUnits;
    const credit = { account: credited.account, balanceUnits: credited.balanceUnits };
    return { movement, debit, credit };
  });
  return { lines, accounts: [...accounts.values()] };
}

// The name of an account means something on its own contract only: two contracts may share it.
const debitedAccount = (contract: string, { from, debitAccount }: BookedMovement) =>
  from === contract && debitAccount !== null ? debitAccount : from;
const creditedAccount = (contract: string, { to, creditAccount }: BookedMovement) =>
  to === contract && creditAccount !== null ? creditAccount : to;
