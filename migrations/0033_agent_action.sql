-- What the agent does on chain: the wish first, then each transaction that was signed for it, before it
-- is sent. Whoever finds a row knows what to go on with, whatever died in between.

CREATE TABLE app.agent_wallet (
  chain_id integer,
  address text,
  next_nonce bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, address),
  CONSTRAINT agent_wallet_address CHECK (address ~ '^0x[0-9a-f]{40}$')
);
COMMENT ON TABLE app.agent_wallet IS 'Accounts that sign for the agent. The row is locked while a number is allotted and its transaction is signed, so that no two processes use the same.';
COMMENT ON COLUMN app.agent_wallet.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.agent_wallet.address IS 'Account of the key; the key itself is never here.';
COMMENT ON COLUMN app.agent_wallet.next_nonce IS 'Number that the next transaction gets, unless the chain has counted further.';
COMMENT ON COLUMN app.agent_wallet.updated_at IS 'When a number was last allotted.';

CREATE TABLE app.agent_action (
  action_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  cause text NOT NULL UNIQUE,
  chain_id integer NOT NULL,
  contract text NOT NULL,
  function text NOT NULL,
  listing_id numeric(78, 0),
  seller text,
  verified boolean,
  state text NOT NULL DEFAULT 'wanted',
  detail text,
  wallet text,
  nonce bigint,
  tries integer NOT NULL DEFAULT 0,
  block_number bigint,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT agent_action_state CHECK (state IN ('wanted', 'sent', 'seen', 'done', 'unneeded')),
  CONSTRAINT agent_action_arguments CHECK (
    CASE function
      WHEN 'verifyBuildId' THEN num_nulls(listing_id, verified) = 0 AND seller IS NULL
      WHEN 'pauseListing' THEN listing_id IS NOT NULL AND num_nulls(seller, verified) = 2
      WHEN 'pauseInactiveSeller' THEN seller IS NOT NULL AND num_nulls(listing_id, verified) = 2
      ELSE false
    END),
  CONSTRAINT agent_action_sent CHECK ((nonce IS NOT NULL) = (wallet IS NOT NULL) AND (state NOT IN ('sent', 'seen', 'done') OR nonce IS NOT NULL)),
  CONSTRAINT agent_action_seen CHECK ((state IN ('seen', 'done')) = (block_number IS NOT NULL)),
  CONSTRAINT agent_action_end CHECK ((state IN ('done', 'unneeded')) = (ended_at IS NOT NULL))
);
CREATE INDEX agent_action_by_state ON app.agent_action (state, created_at);
CREATE UNIQUE INDEX agent_action_by_nonce ON app.agent_action (chain_id, wallet, nonce);
COMMENT ON TABLE app.agent_action IS 'What the agent is to do on chain. A cause makes one row, however often it is told.';
COMMENT ON COLUMN app.agent_action.action_id IS 'Random.';
COMMENT ON COLUMN app.agent_action.cause IS 'What it is done because of; unique for ever.';
COMMENT ON COLUMN app.agent_action.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.agent_action.contract IS 'Marketplace that is called.';
COMMENT ON COLUMN app.agent_action.function IS 'verifyBuildId, pauseListing or pauseInactiveSeller.';
COMMENT ON COLUMN app.agent_action.listing_id IS 'Listing that it is about; null for a seller.';
COMMENT ON COLUMN app.agent_action.seller IS 'Seller that it is about; null for a listing.';
COMMENT ON COLUMN app.agent_action.verified IS 'What verifyBuildId says; null for others.';
COMMENT ON COLUMN app.agent_action.state IS 'wanted: nothing is sent; sent: a transaction is signed and on its way; seen: the index has its event; done: that event is final; unneeded: the chain was so already. One that is wanted and whose job is dead was refused; replaying the job tries again.';
COMMENT ON COLUMN app.agent_action.detail IS 'Why it waits or ended, in words for the operator.';
COMMENT ON COLUMN app.agent_action.wallet IS 'Account that signed; null before.';
COMMENT ON COLUMN app.agent_action.nonce IS 'Number of its transaction; null before, and after the number was lost to another transaction.';
COMMENT ON COLUMN app.agent_action.tries IS 'Times that a number was allotted.';
COMMENT ON COLUMN app.agent_action.block_number IS 'Block of its event in the index; null until seen, and when that block vanished.';
COMMENT ON COLUMN app.agent_action.created_at IS 'When it was asked for.';
COMMENT ON COLUMN app.agent_action.updated_at IS 'When its state last changed.';
COMMENT ON COLUMN app.agent_action.ended_at IS 'When it came to an end.';

CREATE TABLE app.agent_transaction (
  action_id uuid NOT NULL REFERENCES app.agent_action ON DELETE CASCADE,
  nonce bigint NOT NULL,
  attempt integer NOT NULL,
  tx_hash text NOT NULL UNIQUE,
  raw text NOT NULL,
  max_fee_wei numeric(78, 0) NOT NULL,
  priority_fee_wei numeric(78, 0) NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  PRIMARY KEY (action_id, nonce, attempt)
);
COMMENT ON TABLE app.agent_transaction IS 'Transactions that were signed for an action: the first of a number and those that pay more to replace it. At most one of a number can be mined.';
COMMENT ON COLUMN app.agent_transaction.action_id IS 'What it is for.';
COMMENT ON COLUMN app.agent_transaction.nonce IS 'Number of the transaction.';
COMMENT ON COLUMN app.agent_transaction.attempt IS '1 for the first of that number, then one more for each replacement.';
COMMENT ON COLUMN app.agent_transaction.tx_hash IS 'Hash by which the chain knows it.';
COMMENT ON COLUMN app.agent_transaction.raw IS 'The signed transaction, as it is sent, and sent again.';
COMMENT ON COLUMN app.agent_transaction.max_fee_wei IS 'Most that it pays for a unit of gas, in wei.';
COMMENT ON COLUMN app.agent_transaction.priority_fee_wei IS 'Of that, for the block builder.';
COMMENT ON COLUMN app.agent_transaction.signed_at IS 'When it was signed and stored.';
COMMENT ON COLUMN app.agent_transaction.sent_at IS 'When a node last took it; null while none has.';

ALTER TABLE app.agent_wallet ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.agent_action ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.agent_transaction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY all_wallets ON app.agent_wallet TO valyra_worker USING (true);
CREATE POLICY all_actions ON app.agent_action TO valyra_worker USING (true);
CREATE POLICY all_transactions ON app.agent_transaction TO valyra_worker USING (true);
-- References are checked as the owner.
CREATE POLICY actions_of_references ON app.agent_action FOR SELECT TO valyra_owner USING (true);

GRANT SELECT, INSERT, UPDATE ON app.agent_wallet, app.agent_action, app.agent_transaction TO valyra_worker;
